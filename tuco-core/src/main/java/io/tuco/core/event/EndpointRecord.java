package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/** How an endpoint has answered so far; {@code failures} counts attempts failed in a row. */
public record EndpointRecord(
    Optional<Instant> lastTriggeredAt,
    Optional<Instant> lastSuccessAt,
    Optional<Instant> lastFailureAt,
    int failures) {

  public static EndpointRecord untried() {
    return new EndpointRecord(Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  /** This record after one more attempt, made at {@code at}. */
  public EndpointRecord after(DeliveryAnswer answer, Instant at) {
    return answer.isSuccess()
        ? new EndpointRecord(Optional.of(at), Optional.of(at), lastFailureAt, 0)
        : new EndpointRecord(Optional.of(at), lastSuccessAt, Optional.of(at), failures + 1);
  }
}
