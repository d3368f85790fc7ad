package io.tuco.camel.mongo;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.DeliveryTry;
import io.tuco.core.event.EventName;
import io.tuco.core.event.Tries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * A delivery as it lies in {@code deliveries}. {@code open} repeats the status while it is an open
 * one: the sparse index on it holds no others.
 */
final class DeliveryDocument {

  static final String OPEN = "open";
  static final String NEXT = "nextAttemptAt";
  static final String IN_ROUND = "inRound";
  static final String REPLAY = "replay";

  /** Whose claim it was last. */
  static final String CLAIM = "claim";

  private static final String STATUS = "status";
  private static final String DELIVERED = "deliveredAt";
  private static final List<String> OPTIONAL = List.of(OPEN, NEXT, DELIVERED, CLAIM);

  private DeliveryDocument() {}

  static Document of(Delivery delivery) {
    var whole =
        new DocumentWriter()
            .put("_id", delivery.key())
            .put("workspaceId", delivery.workspaceId())
            .put("eventId", delivery.eventId())
            .put("endpointId", delivery.endpointId())
            .put("event", delivery.event().wire())
            .put("messageId", delivery.messageId())
            .put("correlationId", delivery.correlationId())
            .put("payload", delivery.payload())
            .put("createdAt", delivery.createdAt())
            .document();
    whole.putAll(progress(delivery));
    return whole;
  }

  /** Stores how far it has come; whatever else it is made of never changes. */
  static Document recording(Delivery delivery) {
    return Replacement.by(progress(delivery), OPTIONAL);
  }

  private static Document progress(Delivery delivery) {
    var status = delivery.status();
    return new DocumentWriter()
        .put(STATUS, status.wire())
        .put(OPEN, Optional.of(status).filter(DeliveryStatus::isOpen).map(DeliveryStatus::wire))
        .put("attempts", delivery.tries().total())
        .put(IN_ROUND, delivery.tries().inRound())
        .put(REPLAY, delivery.tries().replay())
        .put("log", delivery.tries().log(), DeliveryDocument::entry)
        .put(NEXT, delivery.nextAttemptAt())
        .put(DELIVERED, delivery.deliveredAt())
        .document();
  }

  static Delivery read(Document document) {
    var reader = new DocumentReader(document);
    return new Delivery(
        reader.text("eventId"),
        reader.text("endpointId"),
        reader.text("workspaceId"),
        reader.constant("event", EventName.values(), EventName::wire),
        reader.optionalText("messageId"),
        reader.optionalText("correlationId"),
        reader.text("payload"),
        reader.constant(STATUS, DeliveryStatus.values(), DeliveryStatus::wire),
        tries(reader),
        reader.optionalInstant(NEXT),
        reader.instant("createdAt"),
        reader.optionalInstant(DELIVERED));
  }

  private static Tries tries(DocumentReader reader) {
    return new Tries(
        reader.number("attempts"),
        reader.number(IN_ROUND),
        reader.flag(REPLAY),
        reader.parts("log").stream().map(DeliveryDocument::entry).collect(Collectors.toList()));
  }

  private static Document entry(DeliveryTry attempt) {
    return new DocumentWriter()
        .put("number", attempt.number())
        .put("at", attempt.at())
        .put("tookMillis", attempt.took().toMillis())
        .put("statusCode", attempt.statusCode())
        .put("error", attempt.error())
        .put("response", attempt.response())
        .document();
  }

  private static DeliveryTry entry(DocumentReader reader) {
    return new DeliveryTry(
        reader.number("number"),
        reader.instant("at"),
        Duration.ofMillis(reader.bigNumber("tookMillis")),
        reader.optionalNumber("statusCode"),
        reader.optionalText("error"),
        reader.optionalText("response"));
  }
}
