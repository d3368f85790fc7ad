package io.tuco.core.engine;

import io.tuco.core.intake.SubmissionResult;
import java.time.Instant;
import java.util.Optional;

/**
 * One call's way to the message it may store: however often the call is made, there is one. For one
 * call and one thread.
 */
interface Entrance {

  /** Asks the store what it takes to tell whether the call is barred, so far as it can ahead. */
  default void approach() {}

  /** What the call comes to without a message of its own; asked when nothing else refuses it. */
  Optional<SubmissionResult> barred(Instant now);

  /** The id of the message to store; only where it is not barred. */
  String messageId();

  /** What the call comes to when another one has stored the message meanwhile. */
  SubmissionResult overtaken();

  /** The call is refused after all. */
  void refused();

  /** The call failed, and nobody knows how far it got. */
  void failed(RuntimeException failure);
}
