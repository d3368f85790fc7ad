package io.tuco.camel.event;

import io.tuco.camel.event.DeliveryAttempt.Answered;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** What becomes of a delivery and its endpoint after an attempt. */
final class AttemptRecords {

  private static final int GONE = 410;
  private static final Set<Integer> STRAINED = Set.of(429, 502, 504);

  private final EventParts parts;
  private final EndpointQueue queue;

  AttemptRecords(EventParts parts, EndpointQueue queue) {
    this.parts = parts;
    this.queue = queue;
  }

  /** Stores the delivery's next state; may be repeated. */
  void record(Answered attempt) {
    var after = parts.schedule().after(attempt.delivery(), attempt.answer(), now());
    parts.stores().deliveries().record(after);
  }

  /** Keeps the endpoint's counters, and does what its answer asks for beyond this delivery. */
  void note(Answered attempt) {
    var workspace = attempt.delivery().workspaceId();
    var endpoint = attempt.delivery().endpointId();
    parts.stores().webhooks().noteAttempt(workspace, endpoint, attempt.answer(), now());
    var status = attempt.answer().statusCode();
    status.filter(STRAINED::contains).ifPresent(code -> queue.strain(endpoint));
    status
        .filter(code -> code == GONE)
        .ifPresent(code -> parts.stores().deliveries().cancelAll(workspace, endpoint));
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
