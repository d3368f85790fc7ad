package io.tuco.core.engine;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.store.LaneStore;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Lanes; what was asked lately for information alone is not read again, unless changed here. */
final class RememberedLanes implements LaneStore {

  private final LaneStore lanes;
  private final Recent<Optional<Lane>> lately;

  RememberedLanes(LaneStore lanes, Duration age, LongSupplier nanos) {
    this.lanes = lanes;
    this.lately = Recent.together(lanes::findAll, Lane::id, age, nanos);
  }

  @Override
  public Optional<Lane> find(String laneId) {
    return lanes.find(laneId);
  }

  @Override
  public List<Lane> findAll(Collection<String> laneIds) {
    return lanes.findAll(laneIds);
  }

  @Override
  public Optional<Lane> lately(String laneId) {
    return lately.of(laneId);
  }

  @Override
  public boolean replace(Lane seen, Lane next) {
    var done = lanes.replace(seen, next);
    lately.forget(seen.id());
    return done;
  }

  @Override
  public List<Lane> inFlight() {
    return lanes.inFlight();
  }

  @Override
  public long count() {
    return lanes.count();
  }
}
