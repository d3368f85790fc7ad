package io.tuco.camel.mongo;

import io.tuco.core.message.ChatOrder;
import io.tuco.core.store.ChatOrderStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** {@code chat_orders}: one document per order; its state is the fence. */
final class MongoChatOrderStore implements ChatOrderStore {

  private static final List<String> OPTIONAL =
      List.of("error", "completedAt", ChatOrderDocument.OPEN_SINCE);

  private final MongoCollectionCalls orders;

  MongoChatOrderStore(MongoCollectionCalls orders) {
    this.orders = orders;
  }

  @Override
  public boolean insert(ChatOrder order) {
    return orders.insertIfAbsent(ChatOrderDocument.of(order));
  }

  @Override
  public Optional<ChatOrder> find(String workspaceId, String orderId) {
    return orders.findOne(Question.about(one(workspaceId, orderId))).map(ChatOrderDocument::read);
  }

  @Override
  public boolean replace(ChatOrder seen, ChatOrder next) {
    return orders.update(
        one(seen.workspaceId(), seen.id()).append("state", seen.state().wire()),
        Replacement.by(ChatOrderDocument.of(next), OPTIONAL));
  }

  @Override
  public List<ChatOrder> open(Instant before, int limit) {
    return orders
        .findAll(
            Question.about(new Document(ChatOrderDocument.OPEN_SINCE, until(before)))
                .sortedBy(MongoIndex.order(ChatOrderDocument.OPEN_SINCE))
                .upTo(limit))
        .stream()
        .map(ChatOrderDocument::read)
        .toList();
  }

  @Override
  public void forget(Instant before) {
    orders.remove(
        new Document("createdAt", until(before))
            .append(ChatOrderDocument.OPEN_SINCE, new Document("$exists", false)));
  }

  private static Document until(Instant before) {
    return new Document("$lt", Date.from(before));
  }

  private static Document one(String workspaceId, String orderId) {
    return new Document("workspaceId", workspaceId).append("_id", orderId);
  }
}
