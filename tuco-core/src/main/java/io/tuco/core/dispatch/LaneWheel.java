package io.tuco.core.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * When each lane is looked at next, on a monotonic clock (nanoseconds). A lane has one instant,
 * whatever its backlog, and at most one turn at a time. Losing the wheel loses nothing: the store
 * knows the work, a sweep finds the lanes. Thread-safe.
 */
public final class LaneWheel {

  // The wall clock, from which a pause comes, may be set meanwhile; a date may be centuries away.
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private record Slot(long at, String laneId) {}

  private final TreeSet<Slot> slots =
      new TreeSet<>(Comparator.comparingLong(Slot::at).thenComparing(Slot::laneId));
  private final Map<String, Slot> byLane = new HashMap<>();
  private final Map<String, Long> restingUntil = new HashMap<>();
  private final Set<String> running = new HashSet<>();
  private final Set<String> wokenWhileRunning = new HashSet<>();

  /** The lane may have work now; a resting lane is left to rest. */
  public synchronized void wake(String laneId, long now) {
    if (running.contains(laneId)) {
      wokenWhileRunning.add(laneId);
      return;
    }
    schedule(laneId, Math.max(now, restingUntil.getOrDefault(laneId, now)));
  }

  /** Makes sure that the lane is looked at some time: now, unless it is scheduled or running. */
  public synchronized void ensure(String laneId, long now) {
    if (!running.contains(laneId) && !byLane.containsKey(laneId)) {
      schedule(laneId, now);
    }
  }

  /** Whether the lane is scheduled only after {@code until}, for no gap that it must keep. */
  public synchronized boolean oversleeps(String laneId, long until) {
    var slot = byLane.get(laneId);
    return slot != null && slot.at() > until && !restingUntil.containsKey(laneId);
  }

  /** Whether nobody looks at the lane, now or ever. */
  public synchronized boolean isIdle(String laneId) {
    return !running.contains(laneId) && !byLane.containsKey(laneId);
  }

  /** The next lane whose instant has come; it counts as running until {@link #done}. */
  public synchronized Optional<String> take(long now) {
    if (slots.isEmpty() || slots.first().at() > now) {
      return Optional.empty();
    }
    var slot = slots.pollFirst();
    byLane.remove(slot.laneId());
    restingUntil.remove(slot.laneId());
    running.add(slot.laneId());
    return Optional.of(slot.laneId());
  }

  /**
   * The turn is over; the lane rests for {@code pause}, an hour at most, or until it is woken if
   * there is none.
   */
  public synchronized void done(String laneId, Optional<Duration> pause, boolean rests, long now) {
    running.remove(laneId);
    var woken = wokenWhileRunning.remove(laneId);
    var next = pause.map(wait -> now + nanosOf(wait));
    if (rests && next.isPresent()) {
      restingUntil.put(laneId, next.get());
    }
    next.ifPresent(at -> schedule(laneId, at));
    if (woken) {
      wake(laneId, now);
    }
  }

  /** When the next lane is due; empty when none is scheduled. */
  public synchronized OptionalLong nextAt() {
    return slots.isEmpty() ? OptionalLong.empty() : OptionalLong.of(slots.first().at());
  }

  public synchronized int size() {
    return slots.size() + running.size();
  }

  private static long nanosOf(Duration pause) {
    if (pause.isNegative()) {
      return 0;
    }
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause.toNanos() : LONGEST_PAUSE.toNanos();
  }

  private void schedule(String laneId, long at) {
    var earlier = byLane.get(laneId);
    if (earlier != null && earlier.at() <= at) {
      return;
    }
    if (earlier != null) {
      slots.remove(earlier);
    }
    var slot = new Slot(at, laneId);
    byLane.put(laneId, slot);
    slots.add(slot);
  }
}
