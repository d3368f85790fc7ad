package io.tuco.core.engine;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds the lanes that a lost wake forgot: those with waiting messages and those with an open
 * intent. One index seek per lane, whatever the backlog; running it twice, or on every node, is
 * harmless.
 */
public final class LaneSweep {

  /** A lane that is looked at this soon anyway is left alone. */
  private static final long SOON_NANOS = Duration.ofSeconds(5).toNanos();

  private final Stores stores;
  private final LaneWheel wheel;
  private final Clock clock;
  private final LongSupplier nanos;

  public LaneSweep(Stores stores, LaneWheel wheel, Clock clock, LongSupplier nanos) {
    this.stores = stores;
    this.wheel = wheel;
    this.clock = clock;
    this.nanos = nanos;
  }

  public void sweep() {
    var now = nanos.getAsLong();
    var lane = stores.messages().nextWaitingLane("");
    while (lane.isPresent()) {
      look(lane.get(), now);
      lane = next(lane.get());
    }
    stores.lanes().inFlight().stream().map(Lane::id).forEach(id -> wheel.ensure(id, now));
  }

  /** A lane may sleep until tomorrow when something is accepted for now and its wake is lost. */
  private void look(String laneId, long now) {
    if (wheel.oversleeps(laneId, now + SOON_NANOS) && isDue(laneId)) {
      wheel.wake(laneId, now);
    }
    wheel.ensure(laneId, now);
  }

  private boolean isDue(String laneId) {
    var instant = clock.instant();
    return stores.messages().nextDue(laneId).filter(due -> !due.isAfter(instant)).isPresent();
  }

  private Optional<String> next(String after) {
    return stores.messages().nextWaitingLane(after);
  }
}
