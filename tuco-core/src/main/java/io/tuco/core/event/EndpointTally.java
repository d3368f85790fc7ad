package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;

/**
 * What several attempts at one endpoint came to, in the order in which they ended; to be added to
 * its {@link EndpointRecord}.
 *
 * @param succeededAt the last success among them
 * @param failedAt the last failure among them
 * @param failures failed in a row at their end
 * @param failingFrom the first of those failures
 */
public record EndpointTally(
    String workspaceId,
    String endpointId,
    Instant lastAt,
    Optional<Instant> succeededAt,
    Optional<Instant> failedAt,
    int failures,
    Optional<Instant> failingFrom) {

  /** Of one attempt. */
  public static EndpointTally of(Delivery delivery, DeliveryAnswer answer, Instant at) {
    var now = Optional.of(at);
    return answer.isSuccess()
        ? tally(delivery, at, now, Optional.empty(), 0, Optional.empty())
        : tally(delivery, at, Optional.empty(), now, 1, now);
  }

  private static EndpointTally tally(
      Delivery delivery,
      Instant at,
      Optional<Instant> succeeded,
      Optional<Instant> failed,
      int failures,
      Optional<Instant> failingFrom) {
    return new EndpointTally(
        delivery.workspaceId(),
        delivery.endpointId(),
        at,
        succeeded,
        failed,
        failures,
        failingFrom);
  }

  /** Of these attempts and of later ones at the same endpoint. */
  public EndpointTally and(EndpointTally later) {
    return new EndpointTally(
        workspaceId,
        endpointId,
        later.lastAt,
        later.succeededAt.or(() -> succeededAt),
        later.failedAt.or(() -> failedAt),
        later.succeededAt.isPresent() ? later.failures : failures + later.failures,
        later.succeededAt.isPresent()
            ? later.failingFrom
            : failingFrom.or(() -> later.failingFrom));
  }

  /** Whether any of them failed. */
  public boolean hasFailures() {
    return failedAt.isPresent();
  }
}
