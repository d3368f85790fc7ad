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
    Tries tries,
    Optional<Instant> nextAttemptAt,
    Instant createdAt,
    Optional<Instant> deliveredAt) {

  private static final String EVENT = "evt_";
  private static final String DELIVERY = "dlv_";

  public String key() {
    return keyFor(eventId, endpointId);
  }

  /** The key of an event's delivery to an endpoint. */
  public static String keyFor(String eventId, String endpointId) {
    return eventId + ":" + endpointId;
  }

  /** What clients call it: {@code dlv_…}, a spelling of the key. */
  public String id() {
    return DELIVERY + eventId.replaceFirst("^" + EVENT, "") + "_" + endpointId;
  }

  /** The key of an endpoint's delivery by its {@link #id()}; empty when it cannot have such. */
  public static Optional<String> keyOf(String id, String endpointId) {
    var end = "_" + endpointId;
    return id.startsWith(DELIVERY) && id.endsWith(end) && id.length() > (DELIVERY + end).length()
        ? Optional.of(
            EVENT + id.substring(DELIVERY.length(), id.length() - end.length()) + ":" + endpointId)
        : Optional.empty();
  }

  public int attempts() {
    return tries.total();
  }

  public Optional<Integer> lastStatusCode() {
    return tries.last().flatMap(DeliveryTry::statusCode);
  }

  public Optional<String> lastError() {
    return tries.last().flatMap(DeliveryTry::error);
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
        Tries.none(),
        Optional.of(now),
        now,
        Optional.empty());
  }

  /** The same while somebody tries it, who is given up for lost at {@code lostAt}. */
  public Delivery claimedUntil(Instant lostAt) {
    return standing(status, tries, Optional.of(lostAt), deliveredAt);
  }

  /** Ended without having arrived, because its endpoint is gone. */
  public Delivery cancelled() {
    return standing(DeliveryStatus.CANCELLED, tries, Optional.empty(), deliveredAt);
  }

  /** To be sent once more, now and if need be by the whole schedule, because somebody asked. */
  public Delivery replayed(Instant now) {
    return standing(DeliveryStatus.PENDING, tries.replayed(), Optional.of(now), Optional.empty());
  }

  Delivery after(
      DeliveryStatus to, Tries more, Optional<Instant> next, Optional<Instant> delivered) {
    return standing(to, more, next, delivered);
  }

  private Delivery standing(
      DeliveryStatus where, Tries made, Optional<Instant> next, Optional<Instant> delivered) {
    return new Delivery(
        eventId,
        endpointId,
        workspaceId,
        event,
        messageId,
        correlationId,
        payload,
        where,
        made,
        next,
        createdAt,
        delivered);
  }
}
