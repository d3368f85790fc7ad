package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.SubmissionResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bulk call on its way through its route. */
sealed interface BulkCall {

  /** The call as it came. */
  record Asked(ApiGate.JsonCall json, String correlationId, Optional<KeyedCall> keyed) {}

  /** Answered without, or after, its messages. */
  record Ended(String correlationId, HttpAnswer answer, List<SubmissionResult.Accepted> accepted)
      implements BulkCall {}

  /**
   * Somebody else runs the same call: to be looked at again.
   *
   * @param looks how often it may be before the caller is told
   */
  record Waiting(Asked asked, int looks) implements BulkCall {}

  /** Its messages are to be sent. */
  record Ready(Asked asked, List<@Nullable Object> messages, int looks) implements BulkCall {}

  default boolean isWaiting() {
    return this instanceof Waiting;
  }

  default boolean isOpen() {
    return !(this instanceof Ended);
  }

  /** What was accepted; only of a call that has ended. */
  default List<SubmissionResult.Accepted> accepted() {
    return ((Ended) this).accepted();
  }
}
