package io.tuco.core.dispatch;

import io.tuco.core.line.LineUsage;
import io.tuco.core.line.Places;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The queue of one device or sender, the fence of its sends, and what its lines have used of their
 * caps: all that must change together when a send begins or ends. A value; the store replaces one
 * by the next in a compare-and-set on the epoch, which every change counts up.
 *
 * @param inFlight the open intents, at most one per slot; a device has one slot
 * @param freeAt the earliest instant of the next send
 * @param failures sends in a row that did not succeed
 * @param usage by line
 */
public record Lane(
    String id,
    long epoch,
    List<Intent> inFlight,
    Instant freeAt,
    int failures,
    Map<String, LineUsage> usage) {

  public Lane {
    inFlight = List.copyOf(inFlight);
    usage = Map.copyOf(usage);
  }

  /** A lane that nobody has used yet. */
  public static Lane unused(String id) {
    return new Lane(id, 0, List.of(), Instant.EPOCH, 0, Map.of());
  }

  public Optional<Intent> inFlight(int slot) {
    return inFlight.stream().filter(intent -> intent.slot() == slot).findFirst();
  }

  public LineUsage usageOf(String lineId) {
    return Optional.ofNullable(usage.get(lineId)).orElseGet(LineUsage::nothing);
  }

  /** With a send begun: its intent is open and its places are taken. */
  public Lane claimedBy(Intent intent, Instant now) {
    if (inFlight(intent.slot()).isPresent()) {
      throw new IllegalStateException(id + " has a send in flight");
    }
    var open = new ArrayList<>(inFlight);
    open.add(intent);
    var used =
        intent
            .places()
            .map(places -> with(places.lineId(), usageOf(places.lineId()).taking(places, now)))
            .orElse(usage);
    return new Lane(id, epoch + 1, open, freeAt, failures, used);
  }

  /** With an intent in the hands of another node. */
  public Lane takenOver(Intent intent, String newOwner, Instant now) {
    var open =
        inFlight.stream()
            .map(each -> each.equals(intent) ? each.takenOverBy(newOwner, now) : each)
            .toList();
    return new Lane(id, epoch + 1, open, freeAt, failures, usage);
  }

  /** With the send of this slot ended. */
  public Lane releasedBy(int slot, Closing closing) {
    var intent = inFlight(slot).orElseThrow();
    var open = inFlight.stream().filter(each -> each.slot() != slot).toList();
    var used =
        intent
            .places()
            .map(places -> with(places.lineId(), closing.usage(usageOf(places.lineId()), places)))
            .orElse(usage);
    var rest = closing.freeAt().isAfter(freeAt) ? closing.freeAt() : freeAt;
    return new Lane(id, epoch + 1, open, rest, closing.failuresAfter(failures), used);
  }

  /** With a place counted that was given back, although its send had left. */
  public Lane recounting(Places places) {
    var used = with(places.lineId(), usageOf(places.lineId()).takingBackTotal(places));
    return new Lane(id, epoch + 1, inFlight, freeAt, failures, used);
  }

  private Map<String, LineUsage> with(String lineId, LineUsage changed) {
    var all = new HashMap<>(usage);
    all.put(lineId, changed);
    return all;
  }
}
