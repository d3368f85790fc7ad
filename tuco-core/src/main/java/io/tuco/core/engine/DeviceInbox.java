package io.tuco.core.engine;

import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.InboxLook;
import io.tuco.core.intake.InboxPage;
import io.tuco.core.intake.InboxQuestion;
import io.tuco.core.line.Device;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at a device's messages again and again: its callbacks are told once and may get lost (relay
 * contract, section 6). Each look begins a little before the end of the last one.
 */
public final class DeviceInbox {

  /** How often a device is looked at. */
  static final Duration EVERY = Duration.ofSeconds(60);

  /** What may still appear before what was heard last. */
  static final Duration OVERLAP = Duration.ofMinutes(5);

  /** How far back receipts are looked for; what is older stays as it was last heard of. */
  static final Duration RECEIPTS = Duration.ofHours(24);

  /** How often that is done. */
  static final Duration RECEIPTS_EVERY = Duration.ofMinutes(15);

  /** A node that looks at a device goes on until it has not for so long. */
  static final Duration DUTY = Duration.ofSeconds(90);

  private final Stores stores;
  private final DeviceNews news;
  private final String nodeId;
  private final ToldRows told = new ToldRows();
  private final Map<String, Instant> lastLooks = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastFarLooks = new ConcurrentHashMap<>();

  DeviceInbox(Stores stores, DeviceNews news, String nodeId) {
    this.stores = stores;
    this.news = news;
    this.nodeId = nodeId;
  }

  /**
   * Those of these devices that answer, were not looked at for a while and are this node's to look
   * at; whoever asks looks. One that was away is among them as soon as it is back.
   */
  public List<Device> due(List<Device> devices, Instant now) {
    return devices.stream()
        .filter(device -> device.health().isHealthy())
        .filter(device -> isDue(device.id(), now))
        .filter(device -> hasLines(device.id()))
        .filter(device -> isOurs(device.id(), now))
        .toList();
  }

  /** One node is enough for a device. Two would do no harm: nothing is told twice. */
  private boolean isOurs(String deviceId, Instant now) {
    var ours = stores.nodes().takeDuty("inbox:" + deviceId, nodeId, now, now.plus(DUTY));
    if (!ours) {
      // Whoever looked meanwhile may have died in the middle.
      lastFarLooks.remove(deviceId);
    }
    return ours;
  }

  /** Without a line nobody hears anything; the first one is to hear of what came just before. */
  private boolean hasLines(String deviceId) {
    var any = !stores.lines().ofDevice(deviceId).isEmpty();
    if (!any) {
      lastLooks.remove(deviceId);
    }
    return any;
  }

  private boolean isDue(String deviceId, Instant now) {
    var last = lastLooks.get(deviceId);
    if (last != null && now.isBefore(last.plus(EVERY))) {
      return false;
    }
    lastLooks.put(deviceId, now);
    return true;
  }

  /** Before the first look nothing is of interest: a device may be full of old messages. */
  public InboxLook look(Device device, Instant now) {
    var known = stores.inbox().heardUpTo(device.id());
    if (known.isEmpty()) {
      stores.inbox().hearUpTo(device.id(), now);
      lastFarLooks.put(device.id(), now);
    }
    var newFrom = known.orElse(now).minus(OVERLAP);
    var after = isFarLookDue(device.id(), now) ? earlier(newFrom, now.minus(RECEIPTS)) : newFrom;
    return InboxLook.first(new InboxQuestion(device, after, 0), newFrom);
  }

  private boolean isFarLookDue(String deviceId, Instant now) {
    var last = lastFarLooks.get(deviceId);
    var due = last == null || !now.isBefore(last.plus(RECEIPTS_EVERY));
    if (due) {
      lastFarLooks.put(deviceId, now);
    }
    return due;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Takes in an answer; what cannot be taken in is told again by the next look. */
  public InboxLook take(InboxLook look, InboxPage page, Instant now) {
    var device = look.question().orElseThrow().device();
    var taken = true;
    for (var row : page.messages()) {
      taken &= !told.isNews(device.id(), row) || take(look, row, now);
    }
    var after = look.after(page, taken);
    if (after.question().isEmpty() && after.whole()) {
      after.latest().ifPresent(at -> heard(device, at, now));
    }
    return after;
  }

  /** One that breaks us must not keep us from the others. */
  private boolean take(InboxLook look, DeviceMessage row, Instant now) {
    var deviceId = look.question().orElseThrow().device().id();
    try {
      if (look.isOld(row)) {
        news.changed(deviceId, row, now);
      } else {
        news.heard(deviceId, row, now);
      }
      told.note(deviceId, row);
      return true;
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** A device whose clock is ahead must not make us miss what it will write meanwhile. */
  private void heard(Device device, Instant latest, Instant now) {
    var upTo = latest.isAfter(now) ? now : latest;
    if (stores.inbox().heardUpTo(device.id()).filter(known -> !known.isBefore(upTo)).isEmpty()) {
      stores.inbox().hearUpTo(device.id(), upTo);
    }
  }
}
