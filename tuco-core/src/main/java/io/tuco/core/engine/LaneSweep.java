package io.tuco.core.engine;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.store.Stores;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds the lanes that a lost wake forgot: those with waiting messages and those with an open
 * intent. One index seek per lane, whatever the backlog; running it twice, or on every node, is
 * harmless.
 */
public final class LaneSweep {

  private final Stores stores;
  private final LaneWheel wheel;
  private final LongSupplier nanos;

  public LaneSweep(Stores stores, LaneWheel wheel, LongSupplier nanos) {
    this.stores = stores;
    this.wheel = wheel;
    this.nanos = nanos;
  }

  public void sweep() {
    var now = nanos.getAsLong();
    var lane = stores.messages().nextWaitingLane("");
    while (lane.isPresent()) {
      wheel.ensure(lane.get(), now);
      lane = next(lane.get());
    }
    stores.lanes().inFlight().stream().map(Lane::id).forEach(id -> wheel.ensure(id, now));
  }

  private Optional<String> next(String after) {
    return stores.messages().nextWaitingLane(after);
  }
}
