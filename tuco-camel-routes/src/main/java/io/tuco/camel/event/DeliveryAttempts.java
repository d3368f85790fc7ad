package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.event.DeliveryAttempt.Answered;
import io.tuco.camel.event.DeliveryAttempt.NothingToDo;
import io.tuco.camel.event.DeliveryAttempt.ToPost;
import io.tuco.camel.event.Wake.Claim;
import io.tuco.camel.outbound.GuardedTarget;
import io.tuco.camel.outbound.GuardedTarget.Reachable;
import io.tuco.camel.outbound.GuardedTarget.Unresolved;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EventDialect;
import io.tuco.core.event.HealthCheck;
import io.tuco.core.event.WebhookEndpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of an attempt before its first byte: claim, endpoint, address, signature. Blocks. */
final class DeliveryAttempts {

  private static final String NOT_FOUND = "Host not found";
  static final String NOT_ALLOWED = "URL is not allowed";

  private final EventParts parts;

  DeliveryAttempts(EventParts parts) {
    this.parts = parts;
  }

  /** Claims what is due, whoever's attempt at it was lost included. */
  List<Wake> claimDue() {
    var now = now();
    var lostAt = now.plus(parts.settings().sweepClaimLife());
    return parts.stores().deliveries().claimDue(now, lostAt, parts.settings().sweepLimit()).stream()
        .map(delivery -> Wake.claimed(delivery, lostAt))
        .collect(Collectors.toList());
  }

  DeliveryAttempt begin(Wake wake) {
    return claim(wake, now()).map(this::prepare).orElseGet(NothingToDo::new);
  }

  private Optional<Claim> claim(Wake wake, Instant now) {
    var lostAt = now.plus(parts.settings().claimLife());
    return wake.claim()
        .filter(held -> held.lastsUntil(lostAt))
        .or(
            () ->
                parts
                    .stores()
                    .deliveries()
                    .claim(wake.key(), now, lostAt)
                    .map(delivery -> new Claim(delivery, lostAt)));
  }

  private DeliveryAttempt prepare(Claim claim) {
    var delivery = claim.delivery();
    var endpoint =
        parts
            .stores()
            .webhooks()
            .find(delivery.workspaceId(), delivery.endpointId())
            .filter(WebhookEndpoint::active);
    if (endpoint.isEmpty()) {
      parts.stores().deliveries().cancelAll(delivery.workspaceId(), delivery.endpointId());
      return new NothingToDo();
    }
    return aim(claim, endpoint.get());
  }

  private DeliveryAttempt aim(Claim claim, WebhookEndpoint endpoint) {
    var target = GuardedTarget.of(endpoint.url(), parts.urls(), parts.lookup());
    if (!(target instanceof Reachable reachable)) {
      return unanswered(claim, target instanceof Unresolved ? NOT_FOUND : NOT_ALLOWED);
    }
    // A resolver may take its time; an attempt that outlives its claim would be made twice.
    return claim.lastsUntil(now().plus(parts.settings().longestAttempt()))
        ? sign(claim.delivery(), endpoint, reachable, parts.settings().totalLimit())
        : unanswered(claim, "Host not found in time");
  }

  /** A call of the endpoint that is no delivery: nobody claims it, and nothing of it is kept. */
  DeliveryAttempt check(HealthCheck check) {
    var target = GuardedTarget.of(check.endpoint().url(), parts.urls(), parts.lookup());
    return target instanceof Reachable reachable
        ? sign(worded(check), check.endpoint(), reachable, HealthCheck.LIMIT)
        : new Answered(
            check.delivery(),
            DeliveryAnswer.none(target instanceof Unresolved ? NOT_FOUND : NOT_ALLOWED));
  }

  /** An endpoint of {@code /v1} is asked in the words it will hear. */
  private Delivery worded(HealthCheck check) {
    return check
        .endpoint()
        .line()
        .map(
            line ->
                ChatPayload.check(
                    check.delivery(),
                    parts.stores().lines().find(check.endpoint().workspaceId(), line.lineId())))
        .orElseGet(check::delivery);
  }

  private ToPost sign(
      Delivery delivery, WebhookEndpoint endpoint, Reachable target, Duration limit) {
    var now = now();
    var secrets = SigningSecrets.of(endpoint.secrets(), parts.secrets(), now);
    var isOfV1 = endpoint.dialect() == EventDialect.V1;
    var text = isOfV1 ? ChatPayload.stamped(delivery.payload(), now) : delivery.payload();
    var body = text.getBytes(UTF_8);
    var headers =
        isOfV1
            ? ChatHeaders.of(delivery, secrets, body, now)
            : WebhookHeaders.of(delivery, secrets, body, now);
    return new ToPost(delivery, new WebhookCall(target, headers, body, limit));
  }

  private static Answered unanswered(Claim claim, String reason) {
    return new Answered(claim.delivery(), DeliveryAnswer.none(reason));
  }

  private Instant now() {
    return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
