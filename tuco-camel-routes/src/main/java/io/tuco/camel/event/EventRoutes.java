package io.tuco.camel.event;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/**
 * The routes that bring events out: from the outbox to deliveries, from a delivery to its endpoint
 * (webhook contract, sections 3, 5 and 7).
 *
 * <p>At least once: what is on its way is in the store, and a crash anywhere repeats it under the
 * same {@code webhook-id}. What is in memory only makes it soon. They need {@code FailureRoutes} in
 * their context before them, and one context takes them once.
 */
public final class EventRoutes {

  private EventRoutes() {}

  public static List<RouteBuilder> of(EventParts parts) {
    var queue = new EndpointQueue(parts.settings().inFlight(), parts.clock());
    var attempts = new DeliveryAttempts(parts);
    var records = new AttemptRecords(parts, queue);
    return List.of(
        new OutboxRoutes(parts, new OutboxPublishing(parts, queue)),
        new WebhookQueueRoutes(attempts, queue),
        new WebhookAttemptRoutes(parts, attempts),
        new WebhookRecordRoutes(records));
  }
}
