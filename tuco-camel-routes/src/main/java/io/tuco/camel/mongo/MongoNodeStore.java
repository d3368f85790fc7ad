package io.tuco.camel.mongo;

import io.tuco.core.store.NodeStore;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** {@code nodes}: one command each. */
final class MongoNodeStore implements NodeStore {

  private static final String ALIVE_UNTIL = "aliveUntil";

  private final MongoCollectionCalls nodes;

  MongoNodeStore(MongoCollectionCalls nodes) {
    this.nodes = nodes;
  }

  @Override
  public void beat(String nodeId, Instant aliveUntil) {
    nodes.updateOrInsert(
        new Document("_id", nodeId),
        new Document("$set", new Document(ALIVE_UNTIL, Date.from(aliveUntil))));
  }

  @Override
  public boolean isAlive(String nodeId, Instant now) {
    return nodes
        .findById(nodeId)
        .map(node -> new DocumentReader(node).instant(ALIVE_UNTIL))
        .filter(now::isBefore)
        .isPresent();
  }

  @Override
  public void retire(String nodeId) {
    nodes.remove(new Document("_id", nodeId));
  }

  @Override
  public void retireAll() {
    nodes.remove(new Document());
  }
}
