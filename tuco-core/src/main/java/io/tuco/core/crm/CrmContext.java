package io.tuco.core.crm;

import java.time.Instant;

/** What every dialogue may know beside its subject. */
public record CrmContext(Connection connection, Instant now) {

  /** The account; a fault on a connection that was never verified. */
  public String accountId() {
    return connection
        .accountId()
        .orElseThrow(() -> new IllegalStateException("connection without account"));
  }

  public ConnectionMapping mapping() {
    return connection.mapping();
  }
}
