package io.tuco.core.intake;

import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.message.Direction;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Origin;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Recipient;
import io.tuco.core.message.Timeline;
import io.tuco.core.timing.SendHours;
import java.time.Instant;
import java.util.Optional;

/** The message that an accepted request becomes. */
public final class MessageDraft {

  private MessageDraft() {}

  /**
   * @param line empty where the workspace's own account sends
   * @param firstTouch whether the line never wrote to the person, as far as is known
   */
  public static Message of(
      String id,
      SubmissionReading reading,
      Lead lead,
      Optional<Line> line,
      boolean firstTouch,
      Instant now) {
    var submission = reading.submission();
    var scheduledFor = reading.scheduledAfter(now);
    return new Message(
        id,
        submission.access().workspace().id(),
        Direction.SENT,
        reading.type(),
        scheduledFor.isPresent() ? MessageStatus.SCHEDULED : MessageStatus.PENDING,
        reading.content(),
        recipient(reading, lead),
        reading.windowSettings(),
        origin(reading, lead, line),
        Timeline.createdAt(now, scheduledFor),
        progress(reading, now).presumingFirstTouch(firstTouch));
  }

  /** What waits for its window is not due before: it would stand in the way at the lane's head. */
  private static Progress progress(SubmissionReading reading, Instant now) {
    var zone = reading.submission().access().workspace().zone();
    return SendHours.of(reading.windowSettings(), zone)
        .filter(window -> reading.scheduledAfter(now).isEmpty() && !window.isOpen(now))
        .flatMap(window -> window.nextOpen(now))
        .map(open -> Progress.none().waitingUntil(Optional.of(open), Reasons.OUTSIDE_WINDOW))
        .orElseGet(Progress::none);
  }

  /** A send by leadId copies the lead's addresses onto the message (settled answer 30). */
  private static Recipient recipient(SubmissionReading reading, Lead lead) {
    var named = reading.recipient();
    var name = named.name().or(() -> lead.name().full());
    if (reading.leadId().isEmpty()) {
      return new Recipient(named.phone(), named.email(), name, named.order());
    }
    return new Recipient(
        named.phone().or(() -> lead.addresses().phone()),
        named.email().or(() -> lead.addresses().email()),
        name,
        named.order());
  }

  private static Origin origin(SubmissionReading reading, Lead lead, Optional<Line> line) {
    var submission = reading.submission();
    var words = submission.words();
    return new Origin(
        Optional.of(lead.id()),
        line.map(Line::id),
        reading.lineId().isPresent(),
        submission.access().key().userId(),
        words.batchId().filter(label -> !label.isBlank()),
        submission.correlationId(),
        words.crm(),
        words
            .fallbackSmsOnFailed()
            .orElse(submission.access().workspace().smsFallback().onFailed()),
        Optional.empty());
  }
}
