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

  private final Stores stores;
  private final DeviceNews news;
  private final ToldRows told = new ToldRows();
  private final Map<String, Instant> lastLooks = new ConcurrentHashMap<>();

  DeviceInbox(Stores stores, DeviceNews news) {
    this.stores = stores;
    this.news = news;
  }

  /**
   * Those of these devices that answer and were not looked at for a while; whoever asks looks. One
   * that was away is among them as soon as it is back.
   */
  public List<Device> due(List<Device> devices, Instant now) {
    return devices.stream()
        .filter(device -> device.health().isHealthy())
        .filter(device -> isDue(device.id(), now))
        .filter(device -> hasLines(device.id()))
        .toList();
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
    }
    return InboxLook.first(new InboxQuestion(device, known.orElse(now).minus(OVERLAP), 0));
  }

  /** Takes in an answer; what cannot be taken in is told again by the next look. */
  public InboxLook take(InboxLook look, InboxPage page, Instant now) {
    var device = look.question().orElseThrow().device();
    var taken = true;
    for (var row : page.messages()) {
      taken &= !told.isNews(device.id(), row) || take(device, row, now);
    }
    var after = look.after(page, taken);
    if (after.question().isEmpty() && after.whole()) {
      after.latest().ifPresent(at -> heard(device, at, now));
    }
    return after;
  }

  /** One that breaks us must not keep us from the others. */
  private boolean take(Device device, DeviceMessage row, Instant now) {
    try {
      news.heard(device.id(), row, now);
      told.note(device.id(), row);
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
