package io.tuco.core.dispatch;

import io.tuco.core.message.Actor;
import io.tuco.core.message.AddressOrder;
import io.tuco.core.message.Content;
import io.tuco.core.message.Happenings;
import io.tuco.core.message.Manner;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Origin;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Recipient;
import io.tuco.core.message.Send;
import io.tuco.core.message.Timeline;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * When a text follows a message that did not reach the person (API contract, section 4.4; settled
 * answers 11 and 31), and what it says.
 */
public final class FollowUpRules {

  /** What one text may hold; Twilio refuses more. */
  static final int LONGEST_TEXT = 1_600;

  private static final Set<String> SUPPRESSED = Set.of(Reasons.DO_NOT_CONTACT, Reasons.OPTED_OUT);

  private FollowUpRules() {}

  /**
   * Whether a text is due now that the message has ended. Never while its outcome is unknown: that
   * is no end. Never after something of it has left, unless it was one text that was taken and
   * turned out lost: then the person has nothing. Never after a send that was made again: the first
   * may have left.
   */
  public static boolean isDue(Message ended, Workspace workspace) {
    return isWanted(ended)
        && ended.type() != MessageType.SMS
        && ended.progress().followUp().isEmpty()
        && ended.recipient().phone().isPresent()
        && workspace.smsFallback().account().isPresent()
        && !hasLeftInPart(ended)
        && ended.progress().tries().repeats() == 0
        && !isSuppressed(ended);
  }

  private static boolean isWanted(Message ended) {
    return ended.status() == MessageStatus.FALLBACK
        || ended.status() == MessageStatus.FAILED && ended.origin().fallbackSmsOnFailed();
  }

  private static boolean hasLeftInPart(Message ended) {
    var parts = ended.progress().send().map(send -> send.parts().size()).orElse(0);
    var lost = parts == 1 && ended.timeline().sentAt().isPresent();
    return ended.hasLeftInPart() && !lost;
  }

  private static boolean isSuppressed(Message ended) {
    return ended.progress().reason().filter(SUPPRESSED::contains).isPresent();
  }

  /** The text that follows the message, under the id that the message names. */
  public static Message textFor(Message ended, String id, String said, Instant now) {
    var text =
        new Message(
                id,
                ended.workspaceId(),
                ended.direction(),
                MessageType.SMS,
                MessageStatus.PENDING,
                new Content(said, Optional.empty(), ended.content().attachments())
                    .in(new Manner(ended.content().manner().literal(), Optional.empty())),
                new Recipient(
                    ended.recipient().phone(),
                    Optional.empty(),
                    ended.recipient().name(),
                    new AddressOrder(false, ended.recipient().order().alternates())),
                ended.window(),
                originOf(ended),
                Timeline.createdAt(now, Optional.empty()),
                Progress.none())
            .born(Actor.DISPATCH, Happenings.FOLLOWS)
            .explained(ended.id());
    return said.codePointCount(0, said.length()) > LONGEST_TEXT
        ? text.failed("Message is too long for a text", now)
        : text;
  }

  private static Origin originOf(Message ended) {
    var origin = ended.origin();
    return new Origin(
        origin.leadId(),
        origin.lineId(),
        true,
        origin.createdByUserId(),
        origin.batchId(),
        origin.correlationId(),
        origin.crm(),
        false,
        Optional.of(ended.id()));
  }

  /** What the message said, or would have said. */
  public static String saidBy(Message ended, String filledIn) {
    return ended
        .progress()
        .send()
        .map(Send::text)
        .filter(text -> !text.isEmpty())
        .orElse(ended.timeline().sentAt().isPresent() ? ended.content().text() : filledIn);
  }
}
