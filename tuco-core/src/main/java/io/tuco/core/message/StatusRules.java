package io.tuco.core.message;

import static io.tuco.core.message.MessageStatus.CANCELLED;
import static io.tuco.core.message.MessageStatus.DELIVERED;
import static io.tuco.core.message.MessageStatus.FAILED;
import static io.tuco.core.message.MessageStatus.FALLBACK;
import static io.tuco.core.message.MessageStatus.PENDING;
import static io.tuco.core.message.MessageStatus.QUEUED;
import static io.tuco.core.message.MessageStatus.RECEIVED;
import static io.tuco.core.message.MessageStatus.SCHEDULED;
import static io.tuco.core.message.MessageStatus.SENDING;
import static io.tuco.core.message.MessageStatus.SENT;

import java.util.EnumSet;
import java.util.Set;

/** The whole life of a message: API contract, section 4.2, with settled answers 12 and 13. */
public final class StatusRules {

  private StatusRules() {}

  /** The statuses a new message may be born in. */
  public static Set<MessageStatus> births() {
    return EnumSet.of(PENDING, SCHEDULED, QUEUED, FAILED, RECEIVED);
  }

  public static boolean allows(MessageStatus from, MessageStatus to) {
    return successors(from).contains(to);
  }

  /** Every status that may follow {@code from}; empty for a final one. */
  public static Set<MessageStatus> successors(MessageStatus from) {
    return switch (from) {
      case QUEUED -> EnumSet.of(PENDING, SCHEDULED, SENDING, CANCELLED, FAILED);
      case PENDING -> EnumSet.of(SENDING, SCHEDULED, CANCELLED, FAILED);
      case SCHEDULED -> EnumSet.of(PENDING, SENDING, CANCELLED, FAILED);
      // Back to pending only when it is proved that nothing left, or by a recorded order.
      case SENDING -> EnumSet.of(SENT, FAILED, FALLBACK, PENDING);
      // Late news: a carrier's failure report, or the relay's error 22 after it had accepted.
      case SENT -> EnumSet.of(DELIVERED, FAILED, FALLBACK);
      // Late proof from the device.
      case FAILED -> EnumSet.of(SENT);
      case DELIVERED, FALLBACK, CANCELLED, RECEIVED -> EnumSet.noneOf(MessageStatus.class);
    };
  }
}
