package io.tuco.core.store.memory;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Message;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The unpublished events, the longest waiting message first. Not thread-safe. */
final class Outboxes {

  private final Map<String, Outbox> waiting = new LinkedHashMap<>();

  void append(Message message, List<OutboxEvent> events) {
    if (!events.isEmpty()) {
      var earlier = Optional.ofNullable(waiting.get(message.id())).map(Outbox::events);
      put(message, Stream.concat(earlier.stream().flatMap(List::stream), events.stream()).toList());
    }
  }

  void drain(Message message, Collection<String> eventIds) {
    Optional.ofNullable(waiting.get(message.id()))
        .map(box -> box.events().stream().filter(event -> !eventIds.contains(event.id())).toList())
        .ifPresent(left -> put(message, left));
  }

  boolean isWaiting(String messageId) {
    return waiting.containsKey(messageId);
  }

  List<Outbox> oldest(int limit) {
    return waiting.values().stream().limit(limit).toList();
  }

  private void put(Message message, List<OutboxEvent> events) {
    if (events.isEmpty()) {
      waiting.remove(message.id());
      return;
    }
    var correlationId = Optional.of(message.origin().correlationId());
    waiting.put(
        message.id(), new Outbox(message.workspaceId(), message.id(), correlationId, events));
  }
}
