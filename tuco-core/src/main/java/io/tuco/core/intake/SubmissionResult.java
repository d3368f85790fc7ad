package io.tuco.core.intake;

import io.tuco.core.address.Address;
import io.tuco.core.event.Outbox;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a send call came to. */
public sealed interface SubmissionResult {

  /**
   * Stored and on its way.
   *
   * @param duplicateLead the recipient matched a lead that was there already (settled answer 29)
   * @param text the message as it would read if it left now
   * @param laneId the lane to wake
   * @param events what is to be published now
   * @param hold why it will not leave at once, and until when, as far as it is known now
   */
  record Accepted(
      Message message,
      String text,
      boolean duplicateLead,
      CrmIds crm,
      String laneId,
      Optional<Outbox> events,
      Optional<Hold> hold)
      implements SubmissionResult {

    public MessageStatus status() {
      return answered(message.status());
    }

    /** The same when the message has moved on. */
    public Accepted asOf(Message later) {
      return new Accepted(
          later,
          text,
          duplicateLead,
          crm,
          laneId,
          Optional.empty(),
          later.progress().reason().map(why -> new Hold(why, later.progress().nextAttemptAt())));
    }
  }

  /** An earlier run of the same call stored it, and has seen to its lane. */
  record Resumed(Accepted accepted) implements SubmissionResult {}

  /** The same words went to the same phone moments ago: nothing was stored. */
  record Skipped(Message original, long secondsSinceOriginal) implements SubmissionResult {

    public MessageStatus status() {
      return answered(original.status());
    }
  }

  /** Somebody else runs a call under the key now. */
  record KeyTaken() implements SubmissionResult {}

  /**
   * What the call would come to; nothing was stored.
   *
   * @param text the message as it would read if it left now
   * @param leadId empty where a lead would be made
   * @param addresses in the order in which they would be tried
   * @param heldBy the rule that would hold it, by its name on the API
   * @param earliest when it could leave; empty where it never could
   * @param skipped whether the double-send guard would bar it
   */
  record Rehearsed(
      Message message,
      String text,
      Optional<String> leadId,
      List<Address> addresses,
      Optional<String> reason,
      Optional<String> heldBy,
      Optional<Instant> earliest,
      boolean skipped)
      implements SubmissionResult {

    public Rehearsed {
      addresses = List.copyOf(addresses);
    }
  }

  /** Nothing was stored. */
  record Rejected(Rejection rejection) implements SubmissionResult {}

  /** A rule that holds a message back: its documented text and the earliest next instant. */
  record Hold(String reason, Optional<Instant> until) {}

  /**
   * In the words of an answer, which knows of nothing in between (API contract, section 2.3); a
   * message that was accepted earlier may have moved on.
   */
  private static MessageStatus answered(MessageStatus status) {
    return switch (status) {
      case SCHEDULED, SENT, FALLBACK, FAILED -> status;
      case DELIVERED -> MessageStatus.SENT;
      case CANCELLED -> MessageStatus.FAILED;
      case QUEUED, PENDING, SENDING, RECEIVED -> MessageStatus.PENDING;
    };
  }

  /** Whether a message is stored that the call stands for. */
  default boolean isStored() {
    return this instanceof Accepted || this instanceof Resumed;
  }

  default boolean isAccepted() {
    return this instanceof Accepted;
  }
}
