package io.tuco.core.event;

import java.time.Duration;

/**
 * A call of an endpoint that only asks whether it answers (webhook contract, section 6).
 *
 * @param delivery what it is made of; not stored
 */
public record HealthCheck(WebhookEndpoint endpoint, Delivery delivery) {

  /** For the head of the answer. */
  public static final Duration LIMIT = Duration.ofSeconds(10);
}
