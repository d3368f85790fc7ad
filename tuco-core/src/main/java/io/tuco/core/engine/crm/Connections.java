package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.engine.Recent;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The connections of a workspace, at most a second old: most workspaces have none, and are not
 * asked for every message.
 */
final class Connections {

  private static final Duration AGE = Duration.ofSeconds(1);

  private final Stores stores;
  private final Recent<List<Connection>> connections;
  private final Recent<String> regions;

  Connections(Stores stores, LongSupplier nanos) {
    this.stores = stores;
    this.connections = new Recent<>(stores.connections()::ofWorkspace, AGE, nanos);
    this.regions = new Recent<>(this::region, AGE, nanos);
  }

  /** Those whose account is known. What is down or was thrown out now may come back. */
  List<Connection> usable(String workspaceId) {
    return connections.of(workspaceId).stream()
        .filter(connection -> connection.accountId().isPresent())
        .toList();
  }

  boolean isAlone(Connection connection) {
    return CrmNames.isAlone(connection, connections.of(connection.workspaceId()));
  }

  CrmContext context(Connection connection, Instant now) {
    return new CrmContext(connection, regions.of(connection.workspaceId()), now);
  }

  private String region(String workspaceId) {
    return stores.workspaces().find(workspaceId).map(Workspace::defaultRegion).orElse("US");
  }
}
