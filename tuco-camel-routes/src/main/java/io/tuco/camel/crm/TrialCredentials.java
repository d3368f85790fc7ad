package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.secret.SecretBox;
import java.time.Instant;
import java.util.function.Consumer;

/** Of a connection that is not stored yet: what it brings, and nothing else. */
record TrialCredentials(Connection draft, SecretBox secrets) implements Credentials {

  @Override
  public void current(Instant deadline, Consumer<Outcome> answered) {
    answered.accept(new Outcome.Usable(draft, secrets.open(draft.tokens().access())));
  }

  @Override
  public void insteadOf(Connection refused, Instant deadline, Consumer<Outcome> answered) {
    answered.accept(new Outcome.Refused("The credentials are refused"));
  }

  @Override
  public void refused(Connection connection) {
    // Nobody relies on them yet.
  }
}
