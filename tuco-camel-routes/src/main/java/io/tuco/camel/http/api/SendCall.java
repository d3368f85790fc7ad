package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.message.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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
   * @param patience how long it may wait for the end of its message
   */
  record Asked(
      ApiGate.JsonCall json,
      String correlationId,
      Optional<KeyedCall> keyed,
      Optional<String> reserved,
      Duration patience) {}

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

  /**
   * Decided and, where accepted, stored.
   *
   * @param patience how long it may wait for the end of its message
   * @param waited whether it has, or its message had ended already
   */
  record Decided(Submission submission, SubmissionResult result, Duration patience, boolean waited)
      implements SendCall {
    @Override
    public String correlationId() {
      return submission.correlationId();
    }

    /** What is stored; empty of a refused, a skipped and a rehearsed call. */
    Optional<SubmissionResult.Accepted> stored() {
      if (result instanceof SubmissionResult.Accepted accepted) {
        return Optional.of(accepted);
      }
      return result instanceof SubmissionResult.Resumed resumed
          ? Optional.of(resumed.accepted())
          : Optional.empty();
    }

    boolean mayWait() {
      return !patience.isZero() && stored().isPresent();
    }

    Decided afterWaiting(SubmissionResult.Accepted outcome) {
      return new Decided(submission, new SubmissionResult.Resumed(outcome), patience, true);
    }
  }

  /** Stored, and to be answered when its message has ended or the caller's patience has. */
  record Parked(
      Decided decided, SubmissionResult.Accepted stored, CompletableFuture<Optional<Message>> end)
      implements SendCall {
    @Override
    public String correlationId() {
      return decided.correlationId();
    }
  }

  default boolean isWaiting() {
    return this instanceof Waiting;
  }

  /** Whether something is to be done before it can be answered. */
  default boolean isOpen() {
    return isWaiting() || this instanceof Ready;
  }

  /** Whether it is to wait for the end of its message. */
  default boolean isParked() {
    return this instanceof Parked;
  }

  /** Whether its message is new, so that its lane is to be told. */
  default boolean isAccepted() {
    return this instanceof Parked parked
        ? parked.decided().isAccepted()
        : this instanceof Decided decided && decided.result() instanceof SubmissionResult.Accepted;
  }

  /** What was accepted; only of an accepted call. */
  default SubmissionResult.Accepted accepted() {
    if (this instanceof Parked parked) {
      return parked.decided().accepted();
    }
    if (this instanceof Decided decided
        && decided.result() instanceof SubmissionResult.Accepted accepted) {
      return accepted;
    }
    throw new IllegalStateException("only an accepted call has something to send");
  }
}
