package io.tuco.core.engine;

import io.tuco.core.intake.SubmissionResult;
import java.time.Instant;
import java.util.Optional;

/** The way of a call that is a new one whenever it is made. */
record FreeEntrance(String messageId) implements Entrance {

  @Override
  public Optional<SubmissionResult> barred(Instant now) {
    return Optional.empty();
  }

  @Override
  public SubmissionResult overtaken() {
    throw new IllegalStateException("a message of the id " + messageId + " exists");
  }

  @Override
  public void refused() {}

  @Override
  public void failed(RuntimeException failure) {}
}
