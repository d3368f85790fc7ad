package io.tuco.core.store.memory;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.store.LaneStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class InMemoryLaneStore implements LaneStore {

  private final Map<String, Lane> lanes = new TreeMap<>();

  @Override
  public synchronized Optional<Lane> find(String laneId) {
    return Optional.ofNullable(lanes.get(laneId));
  }

  @Override
  public synchronized boolean replace(Lane seen, Lane next) {
    var there = find(seen.id()).map(Lane::epoch).orElse(0L);
    var unmoved = there == seen.epoch();
    if (unmoved) {
      lanes.put(next.id(), next);
    }
    return unmoved;
  }

  @Override
  public synchronized List<Lane> inFlight() {
    return lanes.values().stream().filter(lane -> !lane.inFlight().isEmpty()).toList();
  }

  @Override
  public synchronized long count() {
    return lanes.size();
  }
}
