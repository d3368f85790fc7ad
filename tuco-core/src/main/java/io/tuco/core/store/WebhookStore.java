package io.tuco.core.store;

import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers webhook endpoints. */
public interface WebhookStore {

  void insert(WebhookEndpoint endpoint);

  Optional<WebhookEndpoint> find(String workspaceId, String endpointId);

  /** Newest first. */
  List<WebhookEndpoint> ofWorkspace(String workspaceId);

  /** The active endpoints that hear an event, newest first. */
  List<WebhookEndpoint> hearing(String workspaceId, EventName event);

  boolean delete(String workspaceId, String endpointId);

  /**
   * Notes how an attempt went: the {@link WebhookEndpoint#record()} of the endpoint, and nothing
   * else of it. No failure is lost to another that is noted at the same time.
   */
  void noteAttempt(String workspaceId, String endpointId, DeliveryAnswer answer, Instant at);
}
