package io.tuco.camel.mongo;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.EventName;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * A delivery as it lies in {@code deliveries}. {@code open} repeats the status while it is an open
 * one: the sparse index on it holds no others.
 */
final class DeliveryDocument {

  static final String OPEN = "open";
  static final String NEXT = "nextAttemptAt";
  static final List<String> OPTIONAL =
      List.of(
          "messageId", "correlationId", OPEN, "lastStatusCode", "lastError", NEXT, "deliveredAt");

  private DeliveryDocument() {}

  static Document of(Delivery delivery) {
    var status = delivery.status();
    return new DocumentWriter()
        .put("_id", delivery.key())
        .put("workspaceId", delivery.workspaceId())
        .put("eventId", delivery.eventId())
        .put("endpointId", delivery.endpointId())
        .put("event", delivery.event().wire())
        .put("messageId", delivery.messageId())
        .put("correlationId", delivery.correlationId())
        .put("payload", delivery.payload())
        .put("status", status.wire())
        .put(OPEN, Optional.of(status).filter(DeliveryStatus::isOpen).map(DeliveryStatus::wire))
        .put("attempts", delivery.attempts())
        .put("lastStatusCode", delivery.lastStatusCode())
        .put("lastError", delivery.lastError())
        .put(NEXT, delivery.nextAttemptAt())
        .put("createdAt", delivery.createdAt())
        .put("deliveredAt", delivery.deliveredAt())
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
        reader.constant("status", DeliveryStatus.values(), DeliveryStatus::wire),
        reader.number("attempts"),
        reader.optionalNumber("lastStatusCode"),
        reader.optionalText("lastError"),
        reader.optionalInstant(NEXT),
        reader.instant("createdAt"),
        reader.optionalInstant("deliveredAt"));
  }
}
