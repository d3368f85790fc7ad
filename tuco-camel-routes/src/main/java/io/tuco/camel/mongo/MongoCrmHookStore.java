package io.tuco.camel.mongo;

import io.tuco.core.crm.CrmOrder;
import io.tuco.core.store.CrmHookStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * {@code crm_orders} by message, {@code crm_notices} by {@code connectionId:noticeId}. One command
 * each.
 */
final class MongoCrmHookStore implements CrmHookStore {

  private static final String REFUSAL = "refusal";

  private final MongoCollectionCalls orders;
  private final MongoCollectionCalls notices;

  MongoCrmHookStore(MongoCollectionCalls orders, MongoCollectionCalls notices) {
    this.orders = orders;
    this.notices = notices;
  }

  @Override
  public boolean keep(CrmOrder order) {
    return orders.insertIfAbsent(document(order));
  }

  @Override
  public void noteRefused(CrmOrder order, String why) {
    orders.update(
        new Document("workspaceId", order.workspaceId()).append("_id", order.messageId()),
        new Document("$set", new Document(REFUSAL, why)));
  }

  @Override
  public List<CrmOrder> orders(Collection<String> workspaceIds, Collection<String> messageIds) {
    return orders
        .findAll(
            Question.about(
                new Document("workspaceId", new Document("$in", distinct(workspaceIds)))
                    .append("_id", new Document("$in", distinct(messageIds)))))
        .stream()
        .map(MongoCrmHookStore::read)
        .toList();
  }

  @Override
  public boolean isTaken(String workspaceId, String connectionId, String noticeId) {
    return notices
        .findOne(
            Question.about(
                new Document("workspaceId", workspaceId).append("_id", id(connectionId, noticeId))))
        .isPresent();
  }

  @Override
  public void noteTaken(String workspaceId, String connectionId, String noticeId, Instant now) {
    notices.insertIfAbsent(
        new DocumentWriter()
            .put("_id", id(connectionId, noticeId))
            .put("workspaceId", workspaceId)
            .put("at", now)
            .document());
  }

  @Override
  public void forgetBefore(Instant taken, Instant kept) {
    notices.remove(new Document("at", new Document("$lt", Date.from(taken))));
    orders.remove(new Document("createdAt", new Document("$lt", Date.from(kept))));
  }

  private static List<String> distinct(Collection<String> ids) {
    return ids.stream().distinct().toList();
  }

  private static String id(String connectionId, String noticeId) {
    return connectionId + ":" + noticeId;
  }

  private static Document document(CrmOrder order) {
    return new DocumentWriter()
        .put("_id", order.messageId())
        .put("workspaceId", order.workspaceId())
        .put("connectionId", order.connectionId())
        .put("reference", order.reference())
        .put(REFUSAL, order.refusal())
        .put("createdAt", order.createdAt())
        .document();
  }

  private static CrmOrder read(Document document) {
    var reader = new DocumentReader(document);
    return new CrmOrder(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("connectionId"),
        reader.text("reference"),
        reader.optionalText(REFUSAL),
        reader.instant("createdAt"));
  }
}
