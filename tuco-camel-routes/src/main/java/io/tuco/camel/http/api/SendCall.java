package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;

/** A send call on its way through its route; the correlation id goes with it to the end. */
sealed interface SendCall {

  String correlationId();

  /** Answered before the core saw it. */
  record Refused(String correlationId, HttpAnswer answer) implements SendCall {}

  /** Read, and for the core to decide. */
  record Ready(Submission submission) implements SendCall {
    @Override
    public String correlationId() {
      return submission.correlationId();
    }
  }

  /** Decided and, where accepted, stored. */
  record Decided(Submission submission, SubmissionResult result) implements SendCall {
    @Override
    public String correlationId() {
      return submission.correlationId();
    }
  }

  default boolean isReady() {
    return this instanceof Ready;
  }

  default boolean isAccepted() {
    return this instanceof Decided decided && decided.result().isAccepted();
  }

  /** What was accepted; only of an accepted call. */
  default SubmissionResult.Accepted accepted() {
    if (this instanceof Decided decided
        && decided.result() instanceof SubmissionResult.Accepted accepted) {
      return accepted;
    }
    throw new IllegalStateException("only an accepted call has something to send");
  }
}
