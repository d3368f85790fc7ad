package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyedCall;
import io.tuco.core.intake.Submission;
import java.util.Optional;

/**
 * One call's way to the message it may store: under a key there is one message, whoever stores it.
 * For one call and one thread.
 */
final class Entrance {

  private final IdempotencyKeys keys;
  private final IdGenerator ids;
  private final Optional<KeyedCall> call;
  private Optional<KeyRecord> held = Optional.empty();

  Entrance(IdempotencyKeys keys, IdGenerator ids, Submission submission) {
    this.keys = keys;
    this.ids = ids;
    this.call = submission.keyed();
  }

  /** Whether the call may store its message; asked when nothing is left to refuse it. */
  boolean opens() {
    if (call.isPresent() && held.isEmpty()) {
      held = keys.claim(call.get(), 1);
    }
    return call.isEmpty() || held.isPresent();
  }

  /** The id of the message to store; only once it has opened. */
  String messageId() {
    return held.map(record -> record.messageIds().get(0)).orElseGet(ids::objectId);
  }

  /** The call is refused after all. */
  void refused() {
    held.ifPresent(keys::free);
  }

  /** The call failed; what fails beside it is told with it. */
  void failed(RuntimeException failure) {
    try {
      held.ifPresent(keys::letGo);
    } catch (RuntimeException another) {
      failure.addSuppressed(another);
    }
  }
}
