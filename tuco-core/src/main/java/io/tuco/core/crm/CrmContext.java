package io.tuco.core.crm;

import java.time.Instant;

/**
 * What every dialogue may know beside its subject.
 *
 * @param region of the workspace: the country of numbers that a CRM has without one, ISO 3166
 *     alpha-2 in capitals
 */
public record CrmContext(Connection connection, String region, Instant now) {

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
