package io.tuco.camel.mongo;

import io.tuco.core.store.NodeStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** {@code nodes}: one command each. */
final class MongoNodeStore implements NodeStore {

  /** Duties stand beside the nodes, under names that no node has. */
  private static final String DUTY = "duty:";

  private static final String HOLDER = "holder";
  private static final String ALIVE_UNTIL = "aliveUntil";
  private static final String BEATS = "beats";

  private final MongoCollectionCalls nodes;

  MongoNodeStore(MongoCollectionCalls nodes) {
    this.nodes = nodes;
  }

  @Override
  public void beat(String nodeId, Instant aliveUntil) {
    nodes.updateOrInsert(
        new Document("_id", nodeId),
        new Document("$set", new Document(ALIVE_UNTIL, Date.from(aliveUntil)))
            .append("$inc", new Document(BEATS, 1L)));
  }

  @Override
  public Map<String, Beat> beats() {
    var isNode = new Document(BEATS, new Document("$gt", 0L));
    return nodes.findAll(Question.about(isNode)).stream()
        .map(DocumentReader::new)
        .collect(Collectors.toMap(node -> node.text("_id"), MongoNodeStore::beat));
  }

  private static Beat beat(DocumentReader node) {
    return new Beat(node.bigNumber(BEATS), node.instant(ALIVE_UNTIL));
  }

  @Override
  public boolean takeDuty(String duty, String nodeId, Instant now, Instant until) {
    var mayTake =
        List.of(
            new Document(HOLDER, nodeId),
            new Document(ALIVE_UNTIL, new Document("$lte", Date.from(now))));
    return nodes
        .findOneAndUpsert(
            new Document("_id", DUTY + duty).append("$or", mayTake),
            new Document(
                "$set", new Document(HOLDER, nodeId).append(ALIVE_UNTIL, Date.from(until))))
        .isPresent();
  }

  @Override
  public void leaveDuty(String duty, String nodeId) {
    nodes.remove(new Document("_id", DUTY + duty).append(HOLDER, nodeId));
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
