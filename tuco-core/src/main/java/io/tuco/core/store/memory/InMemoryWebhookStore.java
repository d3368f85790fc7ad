package io.tuco.core.store.memory;

import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.store.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
  public void noteAttempt(
      String workspaceId, String endpointId, DeliveryAnswer answer, Instant at) {
    table.change(
        endpointId,
        endpoint ->
            endpoint.workspaceId().equals(workspaceId)
                ? endpoint.withRecord(endpoint.record().after(answer, at))
                : endpoint);
  }
}
