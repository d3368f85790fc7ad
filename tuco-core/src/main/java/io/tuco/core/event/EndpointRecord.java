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
}
