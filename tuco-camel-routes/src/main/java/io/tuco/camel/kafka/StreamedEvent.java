package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.json.JsonTree;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as a record of the events topic (docs/reference/kafka.md).
 *
 * @param key what its order is kept by: the message, or else the line or contact it is about
 */
record StreamedEvent(String key, String workspaceId, OutboxEvent event) {

  private static final String SCHEMA = "\"schemaVersion\":1}";

  static StreamedEvent of(Outbox outbox, OutboxEvent event) {
    return new StreamedEvent(
        subject(event).orElse(outbox.messageId()), outbox.workspaceId(), event);
  }

  /** The bytes of every delivery, and one member more at their end. */
  byte[] value() {
    var body = event.payload();
    var open = body.substring(0, body.length() - 1);
    return (open + (open.endsWith("{") ? "" : ",") + SCHEMA).getBytes(UTF_8);
  }

  private static Optional<String> subject(OutboxEvent event) {
    return switch (event.name()) {
      case LINE_DOWN -> fact(event, "lineId");
      case CONTACT_OPTED_OUT -> fact(event, "phone").or(() -> fact(event, "email"));
      case WEBHOOK_DISABLED -> fact(event, "webhookId");
      default -> Optional.empty();
    };
  }

  private static Optional<String> fact(OutboxEvent event, String name) {
    return JsonTree.parse(event.payload().getBytes(UTF_8))
        .asObject()
        .map(body -> body.get("data"))
        .map(data -> data instanceof Map<?, ?> facts ? facts.get(name) : null)
        .flatMap(StreamedEvent::text);
  }

  private static Optional<String> text(@Nullable Object fact) {
    return fact instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
