package io.tuco.core.engine;

import io.tuco.core.event.EventRenderer;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a change of status tells the world, rendered in time for the write that stores both. */
final class StatusNews {

  /**
   * @param message as it is stored: it counts the event
   * @param events none, where nobody is told of the status
   */
  record Told(Message message, List<OutboxEvent> events) {

    private Told and(MessageEvent event, StatusNews news) {
      var all = Stream.concat(events.stream(), Stream.of(news.rendered(event))).toList();
      return new Told(event.message(), all);
    }

    /** What is to be published once it is stored. */
    Optional<Outbox> outbox() {
      return events.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Outbox(
                  message.workspaceId(),
                  message.id(),
                  Optional.of(message.origin().correlationId()),
                  events));
    }
  }

  private final MessageEvents events;
  private final EventRenderer renderer;

  StatusNews(MessageEvents events, EventRenderer renderer) {
    this.events = events;
    this.renderer = renderer;
  }

  Told of(Message after, Optional<Lead> lead, Instant at) {
    return events
        .of(after, lead, lead.flatMap(Lead::contactOwnerEmail), at)
        .map(event -> new Told(event.message(), List.of(rendered(event))))
        .orElseGet(() -> new Told(after, List.of()));
  }

  /** The same of a message that was read, after what was to be told of its status. */
  Told opened(Told before, Optional<Lead> lead, Instant at) {
    return before.and(
        events.opened(before.message(), lead, lead.flatMap(Lead::contactOwnerEmail), at), this);
  }

  /** What a person wrote, and the talk it belongs to. */
  Told replied(Message received, Optional<Lead> lead, Instant at, Map<String, Object> talk) {
    return new Told(received, List.of()).and(events.replied(received, lead, at, talk), this);
  }

  private OutboxEvent rendered(MessageEvent event) {
    return OutboxEvent.rendered(event, renderer);
  }
}
