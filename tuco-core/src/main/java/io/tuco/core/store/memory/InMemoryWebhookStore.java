package io.tuco.core.store.memory;

import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.secret.Sealed;
import io.tuco.core.store.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class InMemoryWebhookStore implements WebhookStore {

  private final Table<WebhookEndpoint> table =
      new Table<>(WebhookEndpoint::id, WebhookEndpoint::createdAt);

  @Override
  public void insert(WebhookEndpoint endpoint) {
    table.put(endpoint);
  }

  @Override
  public Optional<WebhookEndpoint> find(String workspaceId, String endpointId) {
    return table.find(endpointId).filter(found -> found.workspaceId().equals(workspaceId));
  }

  @Override
  public List<WebhookEndpoint> ofWorkspace(String workspaceId) {
    return table.newestFirst(endpoint -> endpoint.workspaceId().equals(workspaceId));
  }

  @Override
  public List<WebhookEndpoint> hearing(String workspaceId, EventName event) {
    return table.newestFirst(
        endpoint -> endpoint.workspaceId().equals(workspaceId) && endpoint.hears(event));
  }

  @Override
  public boolean delete(String workspaceId, String endpointId) {
    return find(workspaceId, endpointId).isPresent() && table.delete(endpointId);
  }

  @Override
  public boolean change(String workspaceId, String endpointId, EndpointChange change, Instant now) {
    return changed(workspaceId, endpointId, any -> true, one -> change.appliedTo(one, now))
        .isPresent();
  }

  @Override
  public boolean rotate(
      String workspaceId, String endpointId, Sealed before, EndpointSecrets after, Instant now) {
    return changed(
            workspaceId,
            endpointId,
            one -> one.secrets().current().equals(before),
            one -> one.withSecrets(after, now))
        .isPresent();
  }

  @Override
  public boolean disable(String workspaceId, String endpointId, int failures, Instant now) {
    return changed(
            workspaceId,
            endpointId,
            one -> one.active() && one.record().failures() >= failures,
            one -> one.disabled(now))
        .isPresent();
  }

  @Override
  public void note(List<EndpointTally> tallies) {
    for (var tally : tallies) {
      changed(
          tally.workspaceId(),
          tally.endpointId(),
          any -> true,
          one -> one.withRecord(one.record().after(tally)));
    }
  }

  private Optional<WebhookEndpoint> changed(
      String workspaceId,
      String endpointId,
      Predicate<WebhookEndpoint> wanted,
      UnaryOperator<WebhookEndpoint> change) {
    synchronized (table) {
      return find(workspaceId, endpointId)
          .filter(wanted)
          .flatMap(found -> table.change(endpointId, change));
    }
  }
}
