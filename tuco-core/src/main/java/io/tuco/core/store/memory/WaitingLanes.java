package io.tuco.core.store.memory;

import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who waits in which lane, in the order they are due. Not thread-safe: its store's lock is. */
final class WaitingLanes {

  private record Place(String laneId, Due due) {}

  private final TreeMap<String, TreeSet<Due>> lanes = new TreeMap<>();
  private final Map<String, Place> places = new HashMap<>();

  /** Puts the message where it waits now; without a lane it waits nowhere. */
  void place(Message message, Optional<String> laneId) {
    leave(message.id());
    laneId.ifPresent(lane -> enter(lane, new Due(message.dueAt(), message.id())));
  }

  boolean isIn(String messageId, String laneId) {
    return Optional.ofNullable(places.get(messageId))
        .filter(place -> place.laneId().equals(laneId))
        .isPresent();
  }

  List<String> due(String laneId, Instant now, int limit) {
    return Optional.ofNullable(lanes.get(laneId)).stream()
        .flatMap(TreeSet::stream)
        .takeWhile(due -> !due.at().isAfter(now))
        .limit(limit)
        .map(Due::id)
        .toList();
  }

  Optional<Instant> nextDue(String laneId) {
    return Optional.ofNullable(lanes.get(laneId)).map(lane -> lane.first().at());
  }

  Optional<String> next(String after) {
    return Optional.ofNullable(lanes.higherKey(after));
  }

  private void enter(String laneId, Due due) {
    lanes.computeIfAbsent(laneId, lane -> new TreeSet<>()).add(due);
    places.put(due.id(), new Place(laneId, due));
  }

  private void leave(String messageId) {
    Optional.ofNullable(places.remove(messageId))
        .ifPresent(
            place ->
                lanes.computeIfPresent(
                    place.laneId(),
                    (id, lane) -> lane.remove(place.due()) && lane.isEmpty() ? null : lane));
  }
}
