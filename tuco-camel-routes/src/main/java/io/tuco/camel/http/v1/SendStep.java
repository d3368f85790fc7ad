package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import java.util.Optional;

/** A call that sends something, on its way through its route. */
sealed interface SendStep {

  /** Answered already. */
  record Ended(HttpAnswer answer) implements SendStep {}

  /**
   * To be looked up under its key, where another call may run it.
   *
   * @param looks how often it may be looked up again before the caller is told
   */
  record Waiting(Call call, Optional<KeyedCall> keyed, int looks) implements SendStep {}

  /**
   * Read, and for the core to decide.
   *
   * @param begun whether an earlier run of it may have stored its message
   */
  record Ready(Waiting asked, Submission submission, boolean begun) implements SendStep {}

  /** Decided and, where accepted, stored. */
  record Decided(Call call, Submission submission, SubmissionResult result) implements SendStep {}

  default boolean isWaiting() {
    return this instanceof Waiting;
  }

  /** Whether something is to be done before it can be answered. */
  default boolean isOpen() {
    return isWaiting() || this instanceof Ready;
  }

  /** Whether its message is new, so that its lane is to be told. */
  default boolean isAccepted() {
    return this instanceof Decided decided && decided.result().isAccepted();
  }

  /** What was accepted; only of an accepted call. */
  default SubmissionResult.Accepted accepted() {
    return (SubmissionResult.Accepted) ((Decided) this).result();
  }
}
