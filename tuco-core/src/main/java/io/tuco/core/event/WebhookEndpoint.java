package io.tuco.core.event;

import io.tuco.core.secret.Sealed;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** An address of a customer that hears events. The signing secret is kept sealed. */
public record WebhookEndpoint(
    String id,
    String workspaceId,
    String url,
    Set<EventName> events,
    String name,
    Optional<String> description,
    boolean active,
    Sealed secret,
    EndpointRecord record,
    Instant createdAt,
    Instant updatedAt) {

  public WebhookEndpoint {
    events = Set.copyOf(events);
  }

  public boolean hears(EventName event) {
    return active && events.contains(event);
  }

  public WebhookEndpoint withRecord(EndpointRecord noted) {
    return new WebhookEndpoint(
        id,
        workspaceId,
        url,
        events,
        name,
        description,
        active,
        secret,
        noted,
        createdAt,
        updatedAt);
  }
}
