package io.tuco.core.engine;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds the lanes that a lost wake forgot. Open intents are looked for at every sweep; lanes with
 * waiting messages, which cost a seek each, at the first and then every ten seconds. What it costs
 * follows the lanes, never the messages; running it twice, or on every node, is harmless.
 */
public final class LaneSweep {

  /** A lane that is looked at this soon anyway is left alone. */
  private static final long SOON_NANOS = Duration.ofSeconds(5).toNanos();

  private static final long BETWEEN_LANES_NANOS = Duration.ofSeconds(10).toNanos();

  private final Stores stores;
  private final LaneWakes wakes;
  private final Clock clock;
  private final LongSupplier nanos;
  private Optional<Long> lanesSweptAt = Optional.empty();

  public LaneSweep(Stores stores, LaneWakes wakes, Clock clock, LongSupplier nanos) {
    this.stores = stores;
    this.wakes = wakes;
    this.clock = clock;
    this.nanos = nanos;
  }

  public synchronized void sweep() {
    var now = nanos.getAsLong();
    stores.lanes().inFlight().stream().map(Lane::id).forEach(wakes::ensure);
    if (lanesSweptAt.filter(last -> now - last < BETWEEN_LANES_NANOS).isEmpty()) {
      sweepLanes(now);
      lanesSweptAt = Optional.of(now);
    }
  }

  private void sweepLanes(long now) {
    var lane = stores.messages().nextWaitingLane("");
    while (lane.isPresent()) {
      look(lane.get(), now);
      lane = stores.messages().nextWaitingLane(lane.get());
    }
  }

  /** A lane may sleep until tomorrow when something is accepted for now and its wake is lost. */
  private void look(String laneId, long now) {
    if (wakes.oversleeps(laneId, now + SOON_NANOS) && isDue(laneId)) {
      wakes.wake(laneId);
    }
    wakes.ensure(laneId);
  }

  private boolean isDue(String laneId) {
    var instant = clock.instant();
    return stores.messages().nextDue(laneId).filter(due -> !due.isAfter(instant)).isPresent();
  }
}
