package io.tuco.core.store;

import io.tuco.core.crm.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Remembers the workspaces' connections to CRMs. */
public interface ConnectionStore {

  void insert(Connection connection);

  /** By id alone, for hooks and the operator; the answer says whose it is. */
  Optional<Connection> find(String connectionId);

  /** Newest first. */
  List<Connection> ofWorkspace(String workspaceId);

  /** Those of any workspace that are connected to the account. */
  List<Connection> ofAccount(String crm, String accountId);

  /** Whose {@link io.tuco.core.crm.SyncProgress#nextAt()} has come, most overdue first. */
  List<Connection> syncDue(Instant now, int limit);

  /**
   * Stores what {@code change} makes of the connection as it is now; asked again when somebody else
   * has changed it meanwhile. What is returned unchanged is not written; else its version is one
   * more. Empty when it is gone.
   */
  Optional<Connection> change(String connectionId, UnaryOperator<Connection> change);

  boolean delete(String connectionId);
}
