package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * An event as it is stored beside the change that caused it: rendered once, delivered byte for
 * byte.
 *
 * @param payload the body of every delivery, JSON
 * @param inChat the same in the words of {@code /v1}, where it is told there
 */
public record OutboxEvent(
    String id, EventName name, long seq, Instant at, String payload, Optional<InChat> inChat) {

  /** One that {@code /v1} does not tell of. */
  public OutboxEvent(String id, EventName name, long seq, Instant at, String payload) {
    this(id, name, seq, at, payload, Optional.empty());
  }

  public static OutboxEvent rendered(Event event, EventRenderer renderer) {
    return new OutboxEvent(
        event.id(),
        event.name(),
        event.seq(),
        event.at(),
        renderer.render(event),
        renderer.renderInChat(event));
  }
}
