package io.tuco.core.event;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An address of a customer that hears events. The signing secrets are kept sealed.
 *
 * @param line what it hears of, if it is one of {@code /v1}; else it hears the whole workspace
 */
public record WebhookEndpoint(
    String id,
    String workspaceId,
    String url,
    Set<EventName> events,
    String name,
    Optional<String> description,
    boolean active,
    EndpointSecrets secrets,
    EndpointRecord record,
    Optional<LineSubscription> line,
    Instant createdAt,
    Instant updatedAt) {

  public WebhookEndpoint {
    events = Set.copyOf(events);
  }

  public EventDialect dialect() {
    return line.isPresent() ? EventDialect.V1 : EventDialect.API;
  }

  public boolean hears(EventName event) {
    return active && events.contains(event);
  }

  public WebhookEndpoint withRecord(EndpointRecord noted) {
    return with(active, secrets, noted, updatedAt);
  }

  public WebhookEndpoint withSecrets(EndpointSecrets rotated, Instant now) {
    return with(active, rotated, record, now);
  }

  /** No more deliveries are made for it, until somebody enables it. */
  public WebhookEndpoint disabled(Instant now) {
    return with(false, secrets, record, now);
  }

  private WebhookEndpoint with(
      boolean hearing, EndpointSecrets signing, EndpointRecord noted, Instant changed) {
    return new WebhookEndpoint(
        id,
        workspaceId,
        url,
        events,
        name,
        description,
        hearing,
        signing,
        noted,
        line,
        createdAt,
        changed);
  }
}
