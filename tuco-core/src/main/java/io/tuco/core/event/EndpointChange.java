package io.tuco.core.event;

import io.tuco.core.Change;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A partial update of an endpoint; absent values stay. One that becomes active begins anew: what it
 * failed before does not count against it.
 */
public record EndpointChange(
    Optional<String> url,
    Optional<Set<EventName>> events,
    Optional<String> name,
    Change<String> description,
    Optional<Boolean> active) {

  public EndpointChange {
    events = events.map(Set::copyOf);
  }

  public WebhookEndpoint appliedTo(WebhookEndpoint current, Instant now) {
    return new WebhookEndpoint(
        current.id(),
        current.workspaceId(),
        url.orElse(current.url()),
        events.orElse(current.events()),
        name.orElse(current.name()),
        description.after(current.description()),
        active.orElse(current.active()),
        current.secrets(),
        enables(current) ? current.record().anew() : current.record(),
        current.line(),
        current.createdAt(),
        now);
  }

  private boolean enables(WebhookEndpoint current) {
    return active.orElse(false) && !current.active();
  }
}
