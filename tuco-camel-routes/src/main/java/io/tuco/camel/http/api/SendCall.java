package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import java.util.Optional;

/** A send call on its way through its route; the correlation id goes with it to the end. */
sealed interface SendCall {

  String correlationId();

  /** How the core is to take a call. */
  enum Course {
    NEW,
    /** An earlier run of it may have stored its message. */
    BEGUN,
    /** The caller only wants to know what it would come to. */
    TRIAL
  }

  /**
   * The call as it came.
   *
   * @param reserved the id of its message, where a key of many calls reserves it
   */
  record Asked(
      ApiGate.JsonCall json,
      String correlationId,
      Optional<KeyedCall> keyed,
      Optional<String> reserved) {}

  /** Answered before the core saw it. */
  record Refused(String correlationId, HttpAnswer answer) implements SendCall {}

  /**
   * Somebody else runs the same call: to be looked at again.
   *
   * @param looks how often it may be before the caller is told
   */
  record Waiting(Asked asked, int looks) implements SendCall {
    @Override
    public String correlationId() {
      return asked.correlationId();
    }
  }

  /**
   * Read, and for the core to decide.
   *
   * @param course how the core is to take it
   */
  record Ready(Asked asked, Submission submission, Course course, int looks) implements SendCall {
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

  default boolean isWaiting() {
    return this instanceof Waiting;
  }

  /** Whether something is to be done before it can be answered. */
  default boolean isOpen() {
    return isWaiting() || this instanceof Ready;
  }

  default boolean isAccepted() {
    return this instanceof Decided decided && decided.result() instanceof SubmissionResult.Accepted;
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
