package io.tuco.core.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Since when this process has watched the open send of each slot, on its monotonic clock. That a
 * device shows nothing of a send proves something only once the send cannot live any more, and a
 * wall clock that was set forward, here or on the node that died, ages nothing. Thread-safe; holds
 * one entry for each slot.
 */
final class OpenSends {

  private record Watched(String sendId, long sinceNanos) {}

  private final Map<LaneSlot, Watched> bySlot = new ConcurrentHashMap<>();

  /** A call of the send begins. */
  void calls(LaneSlot slot, String sendId, long nanos) {
    bySlot.put(slot, new Watched(sendId, nanos));
  }

  /** The slot is given back. */
  void forget(LaneSlot slot) {
    bySlot.remove(slot);
  }

  /**
   * The latest instant at which nothing of the send can have been seen, were it as old as this
   * process knows.
   *
   * @param began when the send began, by the wall clock of whoever began it
   * @param asked when the provider was asked, by the wall clock
   * @param nanos the same on the monotonic clock
   */
  Instant seenUntil(LaneSlot slot, String sendId, Instant began, Instant asked, long nanos) {
    var watched =
        bySlot.compute(
            slot,
            (key, known) ->
                known != null && known.sendId().equals(sendId)
                    ? known
                    : new Watched(sendId, nanos));
    var known = began.plus(Duration.ofNanos(nanos - watched.sinceNanos()));
    return known.isBefore(asked) ? known : asked;
  }
}
