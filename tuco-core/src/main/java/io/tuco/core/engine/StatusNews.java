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
import java.util.Optional;

/** What a change of status tells the world, rendered in time for the write that stores both. */
final class StatusNews {

  /**
   * @param message as it is stored: it counts the event
   * @param events none, where nobody is told of the status
   */
  record Told(Message message, List<OutboxEvent> events) {

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

  private OutboxEvent rendered(MessageEvent event) {
    return new OutboxEvent(
        event.id(), event.name(), event.seq(), event.at(), renderer.render(event));
  }
}
