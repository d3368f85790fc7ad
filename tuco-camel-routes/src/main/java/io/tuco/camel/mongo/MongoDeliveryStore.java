package io.tuco.camel.mongo;

import static io.tuco.camel.mongo.DeliveryDocument.NEXT;
import static io.tuco.camel.mongo.DeliveryDocument.OPEN;

import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.store.DeliveryCounts;
import io.tuco.core.store.DeliveryStore;
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
