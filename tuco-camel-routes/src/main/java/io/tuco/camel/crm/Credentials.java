package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import java.time.Instant;
import java.util.function.Consumer;

/** What to speak with as a connection. */
interface Credentials {

  /** Whether there is something. */
  sealed interface Outcome {

    /** The token in the clear, and the connection that has it. */
    record Usable(Connection connection, String token) implements Outcome {

      @Override
      public String toString() {
        return connection.id() + " •••";
      }
    }

    /** The CRM will not have it; somebody must connect anew. */
    record Refused(String reason) implements Outcome {}

    record NotNow(Instant until, String reason) implements Outcome {}
  }

  void current(Instant deadline, Consumer<Outcome> answered);

  /** Others than these, which the CRM has refused. */
  void insteadOf(Connection refused, Instant deadline, Consumer<Outcome> answered);

  /** The CRM refuses these, and there are no others. */
  void refused(Connection connection);
}
