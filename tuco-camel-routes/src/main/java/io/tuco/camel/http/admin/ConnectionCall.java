package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionClaim;
import java.util.function.UnaryOperator;

/** A connection that is made or changed, on its way through its route. */
sealed interface ConnectionCall {

  /** Nothing is to be asked of the CRM: this is the answer. */
  record Over(HttpAnswer answer) implements ConnectionCall {}

  /**
   * Credentials that the CRM has to confirm before anything is stored.
   *
   * @param isNew whether it is to be made
   * @param words what else is said about the connection
   */
  record Claimed(ConnectionClaim claim, boolean isNew, UnaryOperator<Connection> words)
      implements ConnectionCall {}

  default boolean isToBeVerified() {
    return this instanceof Claimed;
  }
}
