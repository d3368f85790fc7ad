package io.tuco.core.store.memory;

import io.tuco.core.message.Message;
import io.tuco.core.store.WaitingQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who waits in which lane and queue, in the order they are due. Not thread-safe. */
final class WaitingLanes {

  private record Place(String laneId, String queue, Due due, Due since, Optional<String> contact) {}

  private final TreeMap<String, TreeSet<Due>> lanes = new TreeMap<>();
  private final TreeMap<String, TreeSet<Due>> queues = new TreeMap<>();
  private final Map<String, Set<String>> contacts = new HashMap<>();
  private final TreeSet<Due> oldest = new TreeSet<>();
  private final Map<String, Place> places = new HashMap<>();

  /** Puts the message where it waits now; without a lane it waits nowhere. */
  void place(Message message, Optional<String> laneId) {
    leave(message.id());
    laneId.ifPresent(lane -> enter(message, placeOf(message, lane)));
  }

  private static Place placeOf(Message message, String laneId) {
    return new Place(
        laneId,
        WaitingQueue.of(message, laneId).key(),
        new Due(message.dueAt(), message.id()),
        new Due(message.bornAt(), message.id()),
        message
            .origin()
            .lineId()
            .filter(line -> message.progress().contact().firstTouch())
            .flatMap(line -> message.origin().leadId().map(lead -> line + ":" + lead)));
  }

  boolean isIn(String messageId, String laneId) {
    return laneOf(messageId).filter(laneId::equals).isPresent();
  }

  Optional<String> laneOf(String messageId) {
    return Optional.ofNullable(places.get(messageId)).map(Place::laneId);
  }

  List<String> heads(String queue, int limit) {
    return Optional.ofNullable(queues.get(queue)).stream()
        .flatMap(TreeSet::stream)
        .limit(limit)
        .map(Due::id)
        .toList();
  }

  Optional<String> nextQueue(String laneId, String after) {
    var prefix = WaitingQueue.prefixOf(laneId);
    return Optional.ofNullable(queues.higherKey(after.isEmpty() ? prefix : after))
        .filter(key -> key.startsWith(prefix));
  }

  Optional<Instant> nextDue(String laneId) {
    return Optional.ofNullable(lanes.get(laneId)).map(lane -> lane.first().at());
  }

  Optional<String> next(String after) {
    return Optional.ofNullable(lanes.higherKey(after));
  }

  /** Those who wait as first touches of this line and lead. */
  List<String> firstTouches(String lineId, String leadId) {
    return new ArrayList<>(contacts.getOrDefault(lineId + ":" + leadId, Set.of()));
  }

  List<String> since(Instant before, int limit) {
    return oldest.stream()
        .takeWhile(due -> due.at().isBefore(before))
        .limit(limit)
        .map(Due::id)
        .toList();
  }

  private void enter(Message message, Place place) {
    lanes.computeIfAbsent(place.laneId(), lane -> new TreeSet<>()).add(place.due());
    queues.computeIfAbsent(place.queue(), queue -> new TreeSet<>()).add(place.due());
    oldest.add(place.since());
    place
        .contact()
        .ifPresent(
            whom -> contacts.computeIfAbsent(whom, one -> new TreeSet<>()).add(message.id()));
    places.put(message.id(), place);
  }

  private void leave(String messageId) {
    Optional.ofNullable(places.remove(messageId))
        .ifPresent(
            place -> {
              remove(lanes, place.laneId(), place.due());
              remove(queues, place.queue(), place.due());
              oldest.remove(place.since());
              place.contact().ifPresent(whom -> remove(contacts, whom, messageId));
            });
  }

  private static <V, S extends Set<V>> void remove(Map<String, S> sets, String key, V value) {
    sets.computeIfPresent(key, (same, set) -> set.remove(value) && set.isEmpty() ? null : set);
  }
}
