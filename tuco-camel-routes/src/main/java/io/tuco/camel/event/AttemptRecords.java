package io.tuco.camel.event;

import io.tuco.camel.event.DeliveryAttempt.Answered;
import io.tuco.core.engine.Notices;
import io.tuco.core.event.DisableCause;
import io.tuco.core.event.DisableRules;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.event.Notice;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a delivery and its endpoint after an attempt. */
final class AttemptRecords {

  private static final Logger LOG = LoggerFactory.getLogger(AttemptRecords.class);
  private static final Set<Integer> STRAINED = Set.of(429, 502, 504);

  /** Attempts that are over, in the order in which they were. */
  record Batch(List<Answered> attempts) {}

  private final EventParts parts;
  private final Notices notices;
  private final EndpointQueue queue;
  private final EndpointNotes notes;

  AttemptRecords(EventParts parts, EndpointQueue queue) {
    this.parts = parts;
    this.notices = new Notices(parts.stores(), parts.renderer(), parts.streamed());
    this.queue = queue;
    this.notes = new EndpointNotes(parts.stores().webhooks());
  }

  /** Stores the deliveries' next state; may be repeated. */
  void record(Batch batch) {
    var now = now();
    stores()
        .deliveries()
        .record(
            batch.attempts().stream()
                .map(one -> parts.schedule().after(one.delivery(), one.answer(), now))
                .toList());
  }

  /** Counts for the endpoints; once for each attempt. */
  void count(Batch batch) {
    var now = now();
    batch.attempts().forEach(one -> notes.add(EndpointTally.of(one.delivery(), one.answer(), now)));
  }

  /** Keeps the endpoints' counters; may be repeated. */
  void note() {
    notes.write(now());
  }

  /**
   * Does what the answers ask for beyond their deliveries. May be repeated.
   *
   * @return the keys of deliveries that tell others of it
   */
  List<String> judge(Batch batch) {
    batch.attempts().stream()
        .filter(one -> one.answer().statusCode().filter(STRAINED::contains).isPresent())
        .forEach(one -> queue.strain(one.delivery().endpointId()));
    return failures(batch).stream().flatMap(this::consequences).collect(Collectors.toList());
  }

  /** Of each endpoint one that failed; one that says it is gone before any other. */
  private static Collection<Answered> failures(Batch batch) {
    return batch.attempts().stream()
        .filter(one -> !one.answer().isSuccess())
        .collect(
            Collectors.toMap(
                one -> one.delivery().endpointId(),
                Function.identity(),
                (first, second) -> DisableRules.isGone(first.answer()) ? first : second))
        .values();
  }

  private Stream<String> consequences(Answered failed) {
    var delivery = failed.delivery();
    return stores().webhooks().find(delivery.workspaceId(), delivery.endpointId()).stream()
        .flatMap(
            endpoint ->
                DisableRules.verdict(endpoint.record(), failed.answer(), now()).stream()
                    .flatMap(cause -> disable(endpoint, cause).stream()));
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
