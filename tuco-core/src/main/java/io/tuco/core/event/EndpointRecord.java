package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint has answered so far.
 *
 * @param failures attempts failed in a row
 * @param failingFrom the first of those failures: time without attempts is no failing
 */
public record EndpointRecord(
    Optional<Instant> lastTriggeredAt,
    Optional<Instant> lastSuccessAt,
    Optional<Instant> lastFailureAt,
    int failures,
    Optional<Instant> failingFrom) {

  public static EndpointRecord untried() {
    return new EndpointRecord(
        Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  /** This record after more attempts. */
  public EndpointRecord after(EndpointTally more) {
    return new EndpointRecord(
        Optional.of(more.lastAt()),
        more.succeededAt().or(() -> lastSuccessAt),
        more.failedAt().or(() -> lastFailureAt),
        more.succeededAt().isPresent() ? more.failures() : failures + more.failures(),
        more.succeededAt().isPresent() ? more.failingFrom() : failingFrom.or(more::failingFrom));
  }

  /** What it failed until now counts no more. */
  EndpointRecord anew() {
    return new EndpointRecord(lastTriggeredAt, lastSuccessAt, lastFailureAt, 0, Optional.empty());
  }
}
