package io.tuco.camel.http.api;

import io.tuco.camel.http.WaitingRoom;
import io.tuco.core.engine.EndWatch;
import io.tuco.core.intake.SubmissionResult.Accepted;
import io.tuco.core.message.Message;
import io.tuco.core.store.MessageStore;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets accepted calls wait for the end of their message (API contract, section 2.3). The message is
 * stored by then: nothing that goes wrong here may make the answer an error, or the caller would
 * send it twice.
 */
final class EndWaits {

  private static final Logger LOG = LoggerFactory.getLogger(EndWaits.class);

  private final EndWatch ends;
  private final MessageStore messages;
  private final WaitingRoom room;

  EndWaits(EndWatch ends, MessageStore messages, WaitingRoom room) {
    this.ends = ends;
    this.messages = messages;
    this.room = room;
  }

  /** The call, parked where it may wait; to be asked before anybody is told of the message. */
  SendCall parked(SendCall call) {
    return call instanceof SendCall.Decided decided && decided.mayWait()
        ? parked(decided, decided.stored().orElseThrow())
        : call;
  }

  /** The call as it is answered: with what was told, or else with what the store knows now. */
  SendCall over(SendCall.Parked call, Optional<Message> told) {
    var ended = told.or(() -> lastLook(call.stored().message()));
    return call.decided().afterWaiting(ended.map(call.stored()::asOf).orElse(call.stored()));
  }

  /** Looks for ends that other nodes have recorded. */
  void look() {
    try {
      ends.look();
    } catch (RuntimeException e) {
      LOG.debug("ends on other nodes are looked for later: {}", e.getClass().getName());
    }
  }

  /** Whoever waits is answered now. */
  void close() {
    ends.close();
  }

  private SendCall parked(SendCall.Decided decided, Accepted stored) {
    if (!stored.message().status().isOfALane()) {
      return decided.afterWaiting(stored);
    }
    if (!room.enter()) {
      return decided;
    }
    var end = ends.endOf(stored.message());
    end.whenComplete((message, failure) -> room.leave());
    return new SendCall.Parked(decided, stored, end);
  }

  private Optional<Message> lastLook(Message accepted) {
    try {
      return messages
          .find(accepted.workspaceId(), accepted.id())
          .filter(found -> !found.status().isOfALane());
    } catch (RuntimeException e) {
      LOG.warn("what became of {} is not known: {}", accepted.id(), e.getClass().getName());
      return Optional.empty();
    }
  }
}
