package io.tuco.camel.mongo;

import io.tuco.camel.mongo.MongoCollectionCalls.Targeted;
import io.tuco.core.event.EndpointChange;
import io.tuco.core.event.EndpointSecrets;
import io.tuco.core.event.EndpointTally;
import io.tuco.core.event.EventName;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.secret.Sealed;
import io.tuco.core.store.WebhookStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code webhooks}: one command each, and one for those who ask at the same time. Who hears an
 * event is remembered for a second, and forgotten at once by the node that makes or removes an
 * endpoint: it begins to hear within that second everywhere.
 */
final class MongoWebhookStore implements WebhookStore {

  /** Which endpoint; read for every attempt, by many at once. */
  private record Key(String workspaceId, String id) {
    static Key of(WebhookEndpoint endpoint) {
      return new Key(endpoint.workspaceId(), endpoint.id());
    }
  }

  private final MongoCollectionCalls webhooks;
  private final Gathering<Key, Optional<WebhookEndpoint>> finds;
  private final Audiences audiences;

  /**
   * @param nanos a monotonic clock
   */
  MongoWebhookStore(MongoCollectionCalls webhooks, LongSupplier nanos) {
    this.webhooks = webhooks;
    this.finds = new Gathering<>(this::findEach);
    this.audiences = new Audiences(nanos);
  }

  @Override
  public void insert(WebhookEndpoint endpoint) {
    webhooks.insert(WebhookDocument.of(endpoint));
    audiences.forget(endpoint.workspaceId());
  }

  @Override
  public Optional<WebhookEndpoint> find(String workspaceId, String endpointId) {
    return finds.ask(new Key(workspaceId, endpointId));
  }

  private List<Optional<WebhookEndpoint>> findEach(List<Key> keys) {
    var found =
        webhooks
            .findAll(
                Question.about(
                    new Document("workspaceId", any(keys, Key::workspaceId))
                        .append("_id", any(keys, Key::id))))
            .stream()
            .map(WebhookDocument::read)
            .collect(Collectors.toMap(Key::of, Function.identity()));
    return keys.stream().map(key -> Optional.ofNullable(found.get(key))).toList();
  }

  /** Equal to one of them. */
  private static Object any(List<Key> keys, Function<Key, String> part) {
    var values = keys.stream().map(part).distinct().toList();
    return values.size() == 1 ? values.get(0) : new Document("$in", values);
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
  public void note(List<EndpointTally> tallies) {
    if (!tallies.isEmpty()) {
      webhooks.updateEach(
          tallies.stream()
              .map(
                  tally ->
                      new Targeted(
                          one(tally.workspaceId(), tally.endpointId()), EndpointUpdate.of(tally)))
              .toList());
    }
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
