package io.tuco.core.store.memory;

import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.store.LaneStore;
import java.time.Instant;
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
  public synchronized Optional<Lane> claim(String laneId, Intent intent, Instant now) {
    var lane = find(laneId).orElseGet(() -> new Lane(laneId, 0, Optional.empty(), now));
    return lane.inFlight().isPresent() || lane.freeAt().isAfter(now)
        ? Optional.empty()
        : Optional.of(begun(lane, intent));
  }

  @Override
  public synchronized Optional<Lane> takeOver(Lane seen, String newOwner, Instant now) {
    return unmoved(seen).map(lane -> begun(lane, ownedBy(newOwner, lane, now)));
  }

  @Override
  public synchronized boolean release(Lane seen, Instant freeAt) {
    var lane = unmoved(seen);
    lane.ifPresent(held -> store(new Lane(held.id(), held.epoch(), Optional.empty(), freeAt)));
    return lane.isPresent();
  }

  @Override
  public synchronized List<Lane> inFlight() {
    return lanes.values().stream().filter(lane -> lane.inFlight().isPresent()).toList();
  }

  @Override
  public synchronized long count() {
    return lanes.size();
  }

  /** The epoch alone tells: every claim and every take-over has its own. */
  private Optional<Lane> unmoved(Lane seen) {
    return find(seen.id())
        .filter(lane -> lane.epoch() == seen.epoch() && lane.inFlight().isPresent());
  }

  private Lane begun(Lane lane, Intent intent) {
    return store(new Lane(lane.id(), lane.epoch() + 1, Optional.of(intent), lane.freeAt()));
  }

  private Lane store(Lane lane) {
    lanes.put(lane.id(), lane);
    return lane;
  }

  private static Intent ownedBy(String owner, Lane lane, Instant now) {
    var intent = lane.inFlight().orElseThrow();
    return new Intent(intent.sendId(), intent.workspaceId(), intent.messageId(), owner, now);
  }
}
