package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.store.ConnectionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Of a connection as it is stored now: any node may have refreshed it. */
record StoredCredentials(
    String connectionId, ConnectionStore connections, Refreshing refreshing, Clock clock)
    implements Credentials {

  static final Outcome GONE = new Outcome.Refused("The connection is gone");
  static final Outcome UNAUTHORIZED = new Outcome.Refused("The credentials are refused");

  @Override
  public void current(Instant deadline, Consumer<Outcome> answered) {
    var found = connections.find(connectionId);
    var barred = barred(found);
    if (barred.isPresent()) {
      answered.accept(barred.get());
      return;
    }
    var connection = found.orElseThrow();
    if (connection.tokens().isDue(clock.instant())) {
      refreshing.replace(connection, isExpired(connection), deadline, answered);
    } else {
      answered.accept(refreshing.usable(connection));
    }
  }

  @Override
  public void insteadOf(Connection refused, Instant deadline, Consumer<Outcome> answered) {
    refreshing.replace(refused, true, deadline, answered);
  }

  @Override
  public void refused(Connection connection) {
    refreshing.refuse(connection);
  }

  /** Why it cannot be used, whatever its tokens are. */
  static Optional<Outcome> barred(Optional<Connection> found) {
    if (found.isEmpty()) {
      return Optional.of(GONE);
    }
    return found.get().status() == ConnectionStatus.UNAUTHORIZED
        ? Optional.of(UNAUTHORIZED)
        : Optional.empty();
  }

  private boolean isExpired(Connection connection) {
    return connection.tokens().expiresAt().filter(at -> !clock.instant().isBefore(at)).isPresent();
  }
}
