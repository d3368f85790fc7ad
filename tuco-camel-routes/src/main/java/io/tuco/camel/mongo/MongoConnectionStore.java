package io.tuco.camel.mongo;

import io.tuco.core.crm.Connection;
import io.tuco.core.store.ConnectionStore;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code connections}: one document each. A change is a read and a compare-and-set on the version
 * that was read, again for as long as others are faster.
 */
final class MongoConnectionStore implements ConnectionStore {

  private final MongoCollectionCalls connections;

  MongoConnectionStore(MongoCollectionCalls connections) {
    this.connections = connections;
  }

  @Override
  public void insert(Connection connection) {
    connections.insert(ConnectionDocument.of(connection));
  }

  @Override
  public Optional<Connection> find(String connectionId) {
    return connections.findById(connectionId).map(ConnectionDocument::read);
  }

  @Override
  public List<Connection> ofWorkspace(String workspaceId) {
    return all(
        Question.about(new Document("workspaceId", workspaceId))
            .sortedBy(MongoIndex.order("-createdAt", "-_id")));
  }

  @Override
  public List<Connection> ofAccount(String crm, String accountId) {
    return all(
        Question.about(new Document("crm", crm).append(ConnectionDocument.ACCOUNT_ID, accountId))
            .sortedBy(MongoIndex.order("createdAt", "_id")));
  }

  @Override
  public List<Connection> syncDue(Instant now, int limit) {
    return all(
        Question.about(
                new Document(ConnectionDocument.NEXT_AT, new Document("$lte", Date.from(now))))
            .sortedBy(MongoIndex.order(ConnectionDocument.NEXT_AT))
            .upTo(limit));
  }

  @Override
  public Optional<Connection> change(String connectionId, UnaryOperator<Connection> change) {
    for (var seen = find(connectionId); seen.isPresent(); seen = find(connectionId)) {
      var stored = seen.get();
      var wanted = change.apply(stored);
      if (wanted.equals(stored)) {
        return seen;
      }
      var next = wanted.numbered(stored.version() + 1);
      if (replace(stored, next)) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean delete(String connectionId) {
    return connections.remove(new Document("_id", connectionId)) > 0;
  }

  private boolean replace(Connection seen, Connection next) {
    return connections.update(
        new Document("workspaceId", seen.workspaceId())
            .append("_id", seen.id())
            .append("version", seen.version()),
        Replacement.by(ConnectionDocument.of(next), ConnectionDocument.OPTIONAL));
  }

  private List<Connection> all(Question question) {
    return connections.findAll(question).stream()
        .map(ConnectionDocument::read)
        .collect(Collectors.toList());
  }
}
