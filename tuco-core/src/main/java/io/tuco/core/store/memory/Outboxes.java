package io.tuco.core.store.memory;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The events that wait for their deliveries, and those that wait for the stream; the longest
 * waiting message first. Thread-safe.
 */
final class Outboxes {

  private record Streamed(Outbox outbox, Instant since) {}

  private final Map<String, Outbox> waiting = new LinkedHashMap<>();
  private final Map<String, Streamed> streamed = new LinkedHashMap<>();

  synchronized void append(Message message, List<OutboxEvent> events) {
    if (!events.isEmpty()) {
      put(
          new Outbox(
              message.workspaceId(),
              message.id(),
              Optional.of(message.origin().correlationId()),
              Stream.concat(events(message.id()), events.stream()).toList()));
    }
  }

  synchronized void drain(String workspaceId, String messageId, Collection<String> eventIds) {
    Optional.ofNullable(waiting.get(messageId))
        .filter(box -> box.workspaceId().equals(workspaceId))
        .ifPresent(box -> put(without(box, eventIds)));
  }

  synchronized boolean isWaiting(String messageId) {
    return waiting.containsKey(messageId) || streamed.containsKey(messageId);
  }

  synchronized List<Outbox> oldest(int limit) {
    return waiting.values().stream().limit(limit).toList();
  }

  /** Only what still waits for its deliveries goes on to the stream. */
  synchronized void handOver(Outbox drained) {
    var ids = drained.events().stream().map(OutboxEvent::id).toList();
    var given =
        Optional.ofNullable(waiting.get(drained.messageId()))
            .filter(box -> box.workspaceId().equals(drained.workspaceId()))
            .map(box -> box.events().stream().filter(event -> ids.contains(event.id())).toList())
            .orElseGet(List::of);
    drain(drained.workspaceId(), drained.messageId(), ids);
    stream(with(drained, given));
  }

  /** Its events wait for the stream, those that do already once. */
  synchronized void stream(Outbox more) {
    if (!more.events().isEmpty()) {
      var at =
          more.events().stream().map(OutboxEvent::at).min(Comparator.naturalOrder()).orElseThrow();
      streamed.merge(
          more.messageId(),
          new Streamed(more, at),
          (earlier, later) ->
              new Streamed(
                  both(earlier.outbox(), more),
                  earlier.since().isBefore(at) ? earlier.since() : at));
    }
  }

  private static Outbox both(Outbox earlier, Outbox more) {
    return with(
        more, Stream.concat(earlier.events().stream(), more.events().stream()).distinct().toList());
  }

  synchronized List<Outbox> due(Instant now, int limit) {
    return streamed.values().stream()
        .filter(box -> !box.since().isAfter(now))
        .sorted(Comparator.comparing(Streamed::since))
        .limit(limit)
        .map(box -> with(box.outbox(), ready(box.outbox())))
        .filter(box -> !box.events().isEmpty())
        .toList();
  }

  synchronized void markStreamed(Outbox done) {
    var ids = done.events().stream().map(OutboxEvent::id).toList();
    streamed.computeIfPresent(
        done.messageId(),
        (id, box) -> {
          if (!box.outbox().workspaceId().equals(done.workspaceId())) {
            return box;
          }
          var left = without(box.outbox(), ids);
          return left.events().isEmpty() ? null : new Streamed(left, box.since());
        });
  }

  synchronized void putOff(String workspaceId, String messageId, Instant until) {
    streamed.computeIfPresent(
        messageId,
        (id, box) ->
            box.outbox().workspaceId().equals(workspaceId)
                ? new Streamed(box.outbox(), until)
                : box);
  }

  private List<OutboxEvent> ready(Outbox box) {
    var first = events(box.messageId()).mapToLong(OutboxEvent::seq).min().orElse(Long.MAX_VALUE);
    return box.events().stream()
        .filter(event -> event.seq() < first)
        .sorted(Comparator.comparing(OutboxEvent::seq))
        .toList();
  }

  private Stream<OutboxEvent> events(String messageId) {
    return Optional.ofNullable(waiting.get(messageId)).stream()
        .flatMap(box -> box.events().stream());
  }

  private void put(Outbox outbox) {
    if (outbox.events().isEmpty()) {
      waiting.remove(outbox.messageId());
    } else {
      waiting.put(outbox.messageId(), outbox);
    }
  }

  private static Outbox without(Outbox box, Collection<String> eventIds) {
    return with(
        box, box.events().stream().filter(event -> !eventIds.contains(event.id())).toList());
  }

  private static Outbox with(Outbox box, List<OutboxEvent> events) {
    return new Outbox(box.workspaceId(), box.messageId(), box.correlationId(), events);
  }
}
