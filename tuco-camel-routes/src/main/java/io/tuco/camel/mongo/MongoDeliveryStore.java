package io.tuco.camel.mongo;

import static io.tuco.camel.mongo.DeliveryDocument.NEXT;
import static io.tuco.camel.mongo.DeliveryDocument.OPEN;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.store.DeliveryCounts;
import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.store.DeliveryStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code deliveries}, by {@code eventId:endpointId}. One command to insert any number, one per
 * claim and one more when fewer are due than were asked for, one to record.
 */
final class MongoDeliveryStore implements DeliveryStore {

  private static final Document EXISTS = new Document("$exists", true);

  private final MongoCollectionCalls deliveries;

  MongoDeliveryStore(MongoCollectionCalls deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public void insertMissing(List<Delivery> added) {
    if (!added.isEmpty()) {
      deliveries.insertMissing(
          added.stream().map(DeliveryDocument::of).collect(Collectors.toList()));
    }
  }

  @Override
  public List<Delivery> claimDue(Instant now, Instant lostAt, int limit) {
    var claimed = new ArrayList<Delivery>();
    var longestDueFirst = Question.about(due(now)).sortedBy(MongoIndex.order(NEXT));
    while (claimed.size() < limit) {
      var next = claim(longestDueFirst, lostAt);
      if (next.isEmpty()) {
        break;
      }
      claimed.add(next.get());
    }
    return claimed;
  }

  @Override
  public Optional<Delivery> claim(String key, Instant now, Instant lostAt) {
    return claim(Question.about(due(now).append("_id", key)), lostAt);
  }

  @Override
  public void record(Delivery delivery) {
    deliveries.update(
        new Document("workspaceId", delivery.workspaceId())
            .append("_id", delivery.key())
            .append(OPEN, EXISTS),
        Replacement.by(DeliveryDocument.of(delivery), DeliveryDocument.OPTIONAL));
  }

  @Override
  public void cancelAll(String workspaceId, String endpointId) {
    deliveries.updateAll(
        new Document("workspaceId", workspaceId)
            .append("endpointId", endpointId)
            .append(OPEN, EXISTS),
        new Document("$set", new Document("status", DeliveryStatus.CANCELLED.wire()))
            .append("$unset", new Document(OPEN, true).append(NEXT, true)));
  }

  @Override
  public Page<Delivery> page(
      String workspaceId, String endpointId, DeliveryFilter filter, PageRequest request) {
    return deliveries.page(
        Question.about(matching(workspaceId, endpointId, filter))
            .sortedBy(MongoIndex.order("-createdAt", "-_id")),
        request,
        DeliveryDocument::read);
  }

  @Override
  public Optional<Delivery> find(String workspaceId, String key) {
    return deliveries.findOne(Question.about(one(workspaceId, key))).map(DeliveryDocument::read);
  }

  @Override
  public boolean replay(String workspaceId, String key, Instant now) {
    return deliveries.update(one(workspaceId, key), newRound(now));
  }

  @Override
  public long replayAll(String workspaceId, String endpointId, DeliveryFilter filter, Instant now) {
    return deliveries.updateAll(matching(workspaceId, endpointId, filter), newRound(now));
  }

  @Override
  public void forgetBefore(Instant made) {
    deliveries.remove(
        new Document("createdAt", new Document("$lt", Date.from(made)))
            .append(OPEN, new Document("$exists", false)));
  }

  private static Document newRound(Instant now) {
    var pending = DeliveryStatus.PENDING.wire();
    return new Document(
            "$set",
            new Document("status", pending)
                .append(OPEN, pending)
                .append(NEXT, Date.from(now))
                .append(DeliveryDocument.IN_ROUND, 0)
                .append(DeliveryDocument.REPLAY, true))
        .append("$unset", new Document("deliveredAt", true));
  }

  private static Document one(String workspaceId, String key) {
    return new Document("workspaceId", workspaceId).append("_id", key);
  }

  private static Document matching(String workspaceId, String endpointId, DeliveryFilter filter) {
    var question = new Document("workspaceId", workspaceId).append("endpointId", endpointId);
    filter.status().ifPresent(status -> question.append("status", status.wire()));
    filter.event().ifPresent(event -> question.append("event", event.wire()));
    filter.messageId().ifPresent(id -> question.append("messageId", id));
    var made = new Document();
    filter.from().ifPresent(from -> made.append("$gte", Date.from(from)));
    filter.to().ifPresent(to -> made.append("$lte", Date.from(to)));
    return made.isEmpty() ? question : question.append("createdAt", made);
  }

  @Override
  public DeliveryCounts counts() {
    return new DeliveryCounts(count(DeliveryStatus.PENDING), count(DeliveryStatus.RETRYING));
  }

  private Optional<Delivery> claim(Question due, Instant lostAt) {
    return deliveries
        .findOneAndUpdate(due, new Document("$set", new Document(NEXT, Date.from(lostAt))))
        .map(DeliveryDocument::read);
  }

  private static Document due(Instant now) {
    return new Document(NEXT, new Document("$lte", Date.from(now))).append(OPEN, EXISTS);
  }

  private long count(DeliveryStatus status) {
    return deliveries.count(new Document(OPEN, status.wire()));
  }
}
