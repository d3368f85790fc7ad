package io.tuco.camel.mongo;

import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.secret.Sealed;
import io.tuco.core.store.WebhookStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code webhooks}: one command each. Who hears an event is remembered for a second, and forgotten
 * at once by the node that makes or removes an endpoint: it begins to hear within that second
 * everywhere.
 */
final class MongoWebhookStore implements WebhookStore {

  private final MongoCollectionCalls webhooks;
  private final Audiences audiences;

  /**
   * @param nanos a monotonic clock
   */
  MongoWebhookStore(MongoCollectionCalls webhooks, LongSupplier nanos) {
    this.webhooks = webhooks;
    this.audiences = new Audiences(nanos);
  }

  @Override
  public void insert(WebhookEndpoint endpoint) {
    webhooks.insert(WebhookDocument.of(endpoint));
    audiences.forget(endpoint.workspaceId());
  }

  @Override
  public Optional<WebhookEndpoint> find(String workspaceId, String endpointId) {
    return webhooks
        .findOne(Question.about(one(workspaceId, endpointId)))
        .map(WebhookDocument::read);
  }

  @Override
  public List<WebhookEndpoint> ofWorkspace(String workspaceId) {
    return newestFirst(new Document("workspaceId", workspaceId));
  }

  @Override
  public List<WebhookEndpoint> hearing(String workspaceId, EventName event) {
    return audiences.of(workspaceId, event, () -> listeners(workspaceId, event));
  }

  private List<WebhookEndpoint> listeners(String workspaceId, EventName event) {
    return newestFirst(
        new Document("workspaceId", workspaceId)
            .append("active", true)
            .append("events", event.wire()));
  }

  @Override
  public boolean delete(String workspaceId, String endpointId) {
    var removed = webhooks.remove(one(workspaceId, endpointId)) > 0;
    audiences.forget(workspaceId);
    return removed;
  }

  @Override
  public boolean change(String workspaceId, String endpointId, EndpointChange change, Instant now) {
    var update = EndpointUpdate.of(change, now);
    var done =
        change.active().orElse(false)
                && webhooks.update(
                    one(workspaceId, endpointId).append("active", false),
                    EndpointUpdate.enabling(update))
            || webhooks.update(one(workspaceId, endpointId), update);
    audiences.forget(workspaceId);
    return done;
  }

  @Override
  public boolean rotate(
      String workspaceId, String endpointId, Sealed before, EndpointSecrets after, Instant now) {
    return webhooks.update(
        one(workspaceId, endpointId).append("secret", before.text()),
        EndpointUpdate.of(after, now));
  }

  @Override
  public boolean disable(String workspaceId, String endpointId, int failures, Instant now) {
    var done =
        webhooks.update(
            one(workspaceId, endpointId)
                .append("active", true)
                .append("record.failures", new Document("$gte", failures)),
            new Document(
                "$set", new Document("active", false).append("updatedAt", Date.from(now))));
    audiences.forget(workspaceId);
    return done;
  }

  @Override
  public Optional<WebhookEndpoint> noteAttempt(
      String workspaceId, String endpointId, DeliveryAnswer answer, Instant at) {
    return webhooks
        .findOneAndUpdate(
            Question.about(one(workspaceId, endpointId)),
            answer.isSuccess() ? success(Date.from(at)) : failure(Date.from(at)))
        .map(WebhookDocument::read);
  }

  private static Document success(Date at) {
    return new Document(
        "$set",
        new Document("record.lastTriggeredAt", at)
            .append("record.lastSuccessAt", at)
            .append("record.clockFrom", at)
            .append("record.failures", 0));
  }

  private static Document failure(Date at) {
    return new Document(
            "$set", new Document("record.lastTriggeredAt", at).append("record.lastFailureAt", at))
        // Stays where it is, if there is one.
        .append("$min", new Document("record.clockFrom", at))
        .append("$inc", new Document("record.failures", 1));
  }

  private List<WebhookEndpoint> newestFirst(Document filter) {
    return webhooks
        .findAll(Question.about(filter).sortedBy(MongoIndex.order("-createdAt", "-_id")))
        .stream()
        .map(WebhookDocument::read)
        .collect(Collectors.toList());
  }

  private static Document one(String workspaceId, String endpointId) {
    return new Document("workspaceId", workspaceId).append("_id", endpointId);
  }
}
