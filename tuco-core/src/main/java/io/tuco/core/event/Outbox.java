package io.tuco.core.event;

import java.util.List;
import java.util.Optional;

/** The unpublished events of one message. */
public record Outbox(
    String workspaceId,
    String messageId,
    Optional<String> correlationId,
    List<OutboxEvent> events) {

  public Outbox {
    events = List.copyOf(events);
  }
}
