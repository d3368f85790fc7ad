package io.tuco.core.store;

import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.secret.Sealed;
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

  /** Changes what the update speaks of, and nothing else; false when there is none. */
  boolean change(String workspaceId, String endpointId, EndpointChange change, Instant now);

  /**
   * Replaces the secrets, unless somebody else has meanwhile.
   *
   * @param before the secret that was the current one
   */
  boolean rotate(
      String workspaceId, String endpointId, Sealed before, EndpointSecrets after, Instant now);

  /**
   * Disables it, unless it is disabled already, or fewer attempts than that have failed in a row by
   * now.
   */
  boolean disable(String workspaceId, String endpointId, int failures, Instant now);

  /**
   * Notes how attempts went: the {@link WebhookEndpoint#record()} of each endpoint, and nothing
   * else of it. No failure is lost to another that is noted at the same time. One endpoint is in
   * the list once; one that is gone is passed over.
   */
  void note(List<EndpointTally> tallies);
}
