package io.tuco.core.store.memory;

import io.tuco.core.crm.Connection;
import io.tuco.core.store.ConnectionStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

final class InMemoryConnectionStore implements ConnectionStore {

  private final Table<Connection> table = new Table<>(Connection::id, Connection::createdAt);

  @Override
  public void insert(Connection connection) {
    table.put(connection);
  }

  @Override
  public Optional<Connection> find(String connectionId) {
    return table.find(connectionId);
  }

  @Override
  public List<Connection> ofWorkspace(String workspaceId) {
    return table.newestFirst(connection -> connection.workspaceId().equals(workspaceId));
  }

  @Override
  public List<Connection> ofAccount(String crm, String accountId) {
    return table.oldestFirst(
        connection ->
            connection.crm().equals(crm) && connection.accountId().equals(Optional.of(accountId)));
  }

  @Override
  public List<Connection> syncDue(Instant now, int limit) {
    return table.oldestFirst(connection -> isDue(connection, now)).stream()
        .sorted(Comparator.comparing(connection -> connection.progress().nextAt().orElseThrow()))
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Connection> change(String connectionId, UnaryOperator<Connection> change) {
    return table.change(connectionId, stored -> changed(stored, change.apply(stored)));
  }

  @Override
  public boolean delete(String connectionId) {
    return table.delete(connectionId);
  }

  private static Connection changed(Connection stored, Connection wanted) {
    return wanted.equals(stored) ? stored : wanted.numbered(stored.version() + 1);
  }

  private static boolean isDue(Connection connection, Instant now) {
    return connection.progress().nextAt().filter(at -> !at.isAfter(now)).isPresent();
  }
}
