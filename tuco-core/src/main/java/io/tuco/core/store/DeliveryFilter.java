package io.tuco.core.store;

import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.EventName;
import java.time.Instant;
import java.util.Optional;

/**
 * Which deliveries of an endpoint are asked for. Absent values do not restrict; both instants are
 * inclusive and speak of {@code createdAt}.
 */
public record DeliveryFilter(
    Optional<DeliveryStatus> status,
    Optional<EventName> event,
    Optional<String> messageId,
    Optional<Instant> from,
    Optional<Instant> to) {

  public static DeliveryFilter everything() {
    return new DeliveryFilter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
