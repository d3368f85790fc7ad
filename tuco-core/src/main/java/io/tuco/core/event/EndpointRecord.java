package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint has answered so far.
 *
 * @param failures attempts failed in a row
 * @param clockFrom since when it may have been failing: its last success, else its first attempt
 *     after it was made or enabled
 */
public record EndpointRecord(
    Optional<Instant> lastTriggeredAt,
    Optional<Instant> lastSuccessAt,
    Optional<Instant> lastFailureAt,
    int failures,
    Optional<Instant> clockFrom) {

  public static EndpointRecord untried() {
    return new EndpointRecord(
        Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty());
  }

  /** This record after one more attempt, made at {@code at}. */
  public EndpointRecord after(DeliveryAnswer answer, Instant at) {
    var now = Optional.of(at);
    return answer.isSuccess()
        ? new EndpointRecord(now, now, lastFailureAt, 0, now)
        : new EndpointRecord(now, lastSuccessAt, now, failures + 1, clockFrom.or(() -> now));
  }

  /** What it failed until now counts no more. */
  EndpointRecord anew() {
    return new EndpointRecord(lastTriggeredAt, lastSuccessAt, lastFailureAt, 0, Optional.empty());
  }
}
