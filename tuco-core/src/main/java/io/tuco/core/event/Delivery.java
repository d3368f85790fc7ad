package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * One event on its way to one endpoint. Its key is {@code eventId:endpointId}, so that draining the
 * outbox twice makes it once.
 *
 * @param nextAttemptAt when it may next be tried; while an attempt is under way, when the attempt
 *     is given up for lost
 */
public record Delivery(
    String eventId,
    String endpointId,
    String workspaceId,
    EventName event,
    Optional<String> messageId,
    Optional<String> correlationId,
    String payload,
    DeliveryStatus status,
    int attempts,
    Optional<Integer> lastStatusCode,
    Optional<String> lastError,
    Optional<Instant> nextAttemptAt,
    Instant createdAt,
    Optional<Instant> deliveredAt) {

  public String key() {
    return eventId + ":" + endpointId;
  }

  public static Delivery of(
      OutboxEvent event,
      String workspaceId,
      String endpointId,
      Optional<String> messageId,
      Optional<String> correlationId,
      Instant now) {
    return new Delivery(
        event.id(),
        endpointId,
        workspaceId,
        event.name(),
        messageId,
        correlationId,
        event.payload(),
        DeliveryStatus.PENDING,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.of(now),
        now,
        Optional.empty());
  }

  /** The same while somebody tries it, who is given up for lost at {@code lostAt}. */
  public Delivery claimedUntil(Instant lostAt) {
    return standing(status, Optional.of(lostAt));
  }

  /** Ended without having arrived, because its endpoint is gone. */
  public Delivery cancelled() {
    return standing(DeliveryStatus.CANCELLED, Optional.empty());
  }

  private Delivery standing(DeliveryStatus where, Optional<Instant> next) {
    return new Delivery(
        eventId,
        endpointId,
        workspaceId,
        event,
        messageId,
        correlationId,
        payload,
        where,
        attempts,
        lastStatusCode,
        lastError,
        next,
        createdAt,
        deliveredAt);
  }

  Delivery after(
      DeliveryStatus to,
      Optional<Integer> statusCode,
      Optional<String> error,
      Optional<Instant> next,
      Optional<Instant> delivered) {
    return new Delivery(
        eventId,
        endpointId,
        workspaceId,
        event,
        messageId,
        correlationId,
        payload,
        to,
        attempts + 1,
        statusCode,
        error,
        next,
        createdAt,
        delivered);
  }
}
