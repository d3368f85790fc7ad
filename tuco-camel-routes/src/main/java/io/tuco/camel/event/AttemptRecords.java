package io.tuco.camel.event;

import io.tuco.camel.event.DeliveryAttempt.Answered;
import io.tuco.core.engine.Notices;
import io.tuco.core.event.DisableCause;
import io.tuco.core.event.DisableRules;
import io.tuco.core.event.Notice;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a delivery and its endpoint after an attempt. */
final class AttemptRecords {

  private static final Logger LOG = LoggerFactory.getLogger(AttemptRecords.class);
  private static final Set<Integer> STRAINED = Set.of(429, 502, 504);

  /** An attempt whose endpoint has counted it; without one, where it is gone. */
  record Noted(Answered attempt, Optional<WebhookEndpoint> endpoint) {}

  private final EventParts parts;
  private final Notices notices;
  private final EndpointQueue queue;

  AttemptRecords(EventParts parts, EndpointQueue queue) {
    this.parts = parts;
    this.notices = new Notices(parts.stores(), parts.renderer());
    this.queue = queue;
  }

  /** Stores the delivery's next state; may be repeated. */
  void record(Answered attempt) {
    var after = parts.schedule().after(attempt.delivery(), attempt.answer(), now());
    parts.stores().deliveries().record(after);
  }

  /** Keeps the endpoint's counters. */
  Noted note(Answered attempt) {
    var delivery = attempt.delivery();
    return new Noted(
        attempt,
        parts
            .stores()
            .webhooks()
            .noteAttempt(delivery.workspaceId(), delivery.endpointId(), attempt.answer(), now()));
  }

  /**
   * Does what the answer asks for beyond its delivery. May be repeated.
   *
   * @return the keys of deliveries that tell others of it
   */
  List<String> judge(Noted noted) {
    var answer = noted.attempt().answer();
    answer
        .statusCode()
        .filter(STRAINED::contains)
        .ifPresent(code -> queue.strain(noted.attempt().delivery().endpointId()));
    return noted.endpoint().stream()
        .flatMap(
            endpoint ->
                DisableRules.verdict(endpoint.record(), answer, now()).stream()
                    .flatMap(cause -> disable(endpoint, cause).stream()))
        .collect(Collectors.toList());
  }

  /** The others are told first: what a crash leaves undone is found again, and told once. */
  private List<String> disable(WebhookEndpoint endpoint, DisableCause cause) {
    var told =
        endpoint.active()
            ? notices.tell(
                Notice.webhookDisabled(endpoint, cause, now()),
                other -> !other.id().equals(endpoint.id()))
            : List.<String>of();
    var failures = cause == DisableCause.GONE ? 0 : DisableRules.FAILED_ATTEMPTS;
    if (stores().webhooks().disable(endpoint.workspaceId(), endpoint.id(), failures, now())) {
      LOG.warn(
          "Webhook {} of {} is disabled: {} after {} failed attempts in a row",
          endpoint.id(),
          endpoint.workspaceId(),
          cause.wire(),
          endpoint.record().failures());
    }
    stores().deliveries().cancelAll(endpoint.workspaceId(), endpoint.id());
    return told;
  }

  private Stores stores() {
    return parts.stores();
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
