package io.tuco.camel.mongo;

import static io.tuco.camel.mongo.DeliveryDocument.NEXT;
import static io.tuco.camel.mongo.DeliveryDocument.OPEN;

import io.tuco.camel.mongo.MongoCollectionCalls.Targeted;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.store.DeliveryCounts;
import io.tuco.core.store.DeliveryFilter;
import io.tuco.core.store.DeliveryStore;
import io.tuco.core.store.DueClaim;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * {@code deliveries}, by {@code eventId:endpointId}. One command to insert any number or to record
 * any number, one to claim one, two to claim all that are due; a third where another node is after
 * the same ones.
 */
final class MongoDeliveryStore implements DeliveryStore {

  private static final Document EXISTS = new Document("$exists", true);

  private final MongoCollectionCalls deliveries;

  MongoDeliveryStore(MongoCollectionCalls deliveries) {
    this.deliveries = deliveries;
  }

  @Override
  public List<Delivery> insertMissing(List<Delivery> added) {
    if (added.isEmpty()) {
      return List.of();
    }
    var isNew = deliveries.insertMissing(added.stream().map(DeliveryDocument::of).toList());
    return IntStream.range(0, added.size()).filter(isNew::get).mapToObj(added::get).toList();
  }

  @Override
  public List<Delivery> claimDue(DueClaim claim) {
    var longestDueFirst = Question.about(dueFor(claim)).sortedBy(MongoIndex.order(NEXT));
    var due =
        deliveries.findAll(longestDueFirst.upTo(claim.limit())).stream()
            .map(DeliveryDocument::read)
            .toList();
    var ours = claimed(claim, due);
    return due.stream()
        .filter(one -> ours.contains(one.key()))
        .map(one -> one.claimedUntil(claim.lostAt()))
        .toList();
  }

  private static Document dueFor(DueClaim claim) {
    var due = due(claim.now());
    var passedOver = List.copyOf(claim.passedOver());
    return passedOver.isEmpty() ? due : due.append("endpointId", new Document("$nin", passedOver));
  }

  /** Which of them nobody has touched since they were read, and are ours now. */
  private Set<String> claimed(DueClaim claim, List<Delivery> due) {
    var keys = due.stream().map(Delivery::key).collect(Collectors.toUnmodifiableSet());
    var taking =
        new Document(NEXT, Date.from(claim.lostAt())).append(DeliveryDocument.CLAIM, claim.id());
    var unchanged = due.stream().map(MongoDeliveryStore::unchanged).toList();
    return due.isEmpty()
            || deliveries.updateEach(unchanged, new Document("$set", taking)) == due.size()
        ? keys
        : holding(claim.id(), keys);
  }

  private static Document unchanged(Delivery delivery) {
    return one(delivery.workspaceId(), delivery.key())
        .append(NEXT, Date.from(delivery.nextAttemptAt().orElseThrow()))
        .append(OPEN, EXISTS);
  }

  private Set<String> holding(String claimId, Set<String> keys) {
    var ours =
        new Document("_id", new Document("$in", List.copyOf(keys)))
            .append(DeliveryDocument.CLAIM, claimId);
    return deliveries.findAll(Question.about(ours).showing(new Document("_id", 1))).stream()
        .map(document -> document.getString("_id"))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<Delivery> claim(String key, Instant now, Instant lostAt) {
    return claim(Question.about(due(now).append("_id", key)), lostAt);
  }

  @Override
  public void record(List<Delivery> ended) {
    if (!ended.isEmpty()) {
      deliveries.updateEach(ended.stream().map(MongoDeliveryStore::recording).toList());
    }
  }

  private static Targeted recording(Delivery delivery) {
    var stillOpen = one(delivery.workspaceId(), delivery.key()).append(OPEN, EXISTS);
    return new Targeted(stillOpen, DeliveryDocument.recording(delivery));
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
