package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchCommand.Met;
import io.tuco.core.line.Places;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.Optional;

/** How an attempt ends: what is written of it, and what its lane gets back. */
final class AttemptEnd {

  private AttemptEnd() {}

  /**
   * @param optedOut an address whose person wants nothing any more, as the provider says
   */
  static DispatchCommand write(
      Attempt attempt, DispatchStep.Conclude conclude, Optional<Address> optedOut) {
    return new DispatchCommand.Record(
        attempt.sendId(),
        attempt.marked(conclude.after()),
        attempt.lane().id(),
        attempt.facts(),
        conclude.gapDue(),
        conclude.success(),
        conclude.senderDown(),
        met(attempt),
        optedOut);
  }

  private static Optional<Met> met(Attempt attempt) {
    return attempt
        .places()
        .filter(Places::firstTouch)
        .filter(places -> !attempt.reached().isEmpty())
        .flatMap(
            places ->
                attempt.message().origin().leadId().map(lead -> new Met(places.lineId(), lead)));
  }

  /**
   * @param before the message as it was when its turn began to write
   */
  static Closing closing(
      Message before, Attempt attempt, DispatchCommand.Record write, Instant now) {
    // A part that left earlier in the same turn makes the gap due, whatever became of the next.
    var gapDue = write.gapDue() || write.after().hasLeft();
    return new Closing(
        now,
        gapDue ? now.plus(attempt.facts().sender().gap()) : now,
        write.after().hasLeft() || isRepeated(before, write.after()),
        !attempt.reached().isEmpty(),
        attempt.lookUps(),
        write.success());
  }

  /** Sent again although it may have left: then its place may be used up, and so it is. */
  private static boolean isRepeated(Message before, Message after) {
    return after.progress().tries().repeats() > before.progress().tries().repeats();
  }
}
