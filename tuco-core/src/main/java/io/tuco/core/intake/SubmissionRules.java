package io.tuco.core.intake;

import io.tuco.core.lead.SendOrder;
import io.tuco.core.line.Line;
import io.tuco.core.message.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which documented refusal a request earns, the first one winning (settled answer 20). */
public final class SubmissionRules {

  private SubmissionRules() {}

  /** The refusals that need the store, in order; empty when the request is accepted. */
  public static Optional<Rejection> refusal(
      SubmissionReading reading, SubmissionFacts facts, Instant now) {
    return leadRefusal(reading, facts)
        .or(() -> recipientRefusal(reading, facts))
        .or(() -> reading.windowRefusal(now))
        .or(() -> fallbackRefusal(reading))
        .or(() -> lineRefusal(reading, facts))
        .or(() -> contactRefusal(facts))
        .or(reading::foreignAttachmentRefusal);
  }

  /** The lines it may leave from: the named one, else the healthy ones, else any usable one. */
  public static List<Line> lines(SubmissionReading reading, SubmissionFacts facts) {
    if (reading.lineId().isPresent()) {
      return facts.namedLine().stream().toList();
    }
    return facts.healthyLines().isEmpty() ? facts.usableLines() : facts.healthyLines();
  }

  private static Optional<Rejection> leadRefusal(SubmissionReading reading, SubmissionFacts facts) {
    return reading.leadId().isPresent() && facts.lead().isEmpty()
        ? Optional.of(RejectionCode.LEAD_NOT_FOUND.rejection())
        : Optional.empty();
  }

  private static Optional<Rejection> recipientRefusal(
      SubmissionReading reading, SubmissionFacts facts) {
    var named = reading.leadId().isPresent() || !reading.recipient().isEmpty();
    var usable = SendOrder.of(reading.type(), reading.recipient(), facts.lead());
    return named && !usable.isEmpty()
        ? Optional.empty()
        : Optional.of(RejectionCode.RECIPIENT_MISSING.rejection());
  }

  private static Optional<Rejection> fallbackRefusal(SubmissionReading reading) {
    return reading.submission().words().fallbackSmsOnFailed().orElse(false)
            && !hasTextAccount(reading)
        ? Optional.of(RejectionCode.FALLBACK_NOT_CONFIGURED.rejection())
        : Optional.empty();
  }

  private static Optional<Rejection> lineRefusal(SubmissionReading reading, SubmissionFacts facts) {
    if (reading.lineId().isEmpty()) {
      return facts.usableLines().isEmpty() && !isByWorkspace(reading)
          ? Optional.of(RejectionCode.NO_ACTIVE_LINES.rejection())
          : Optional.empty();
    }
    return facts
        .namedLine()
        .map(line -> namedLineRefusal(reading, line))
        .orElseGet(() -> Optional.of(RejectionCode.LINE_NOT_FOUND.rejection()));
  }

  private static Optional<Rejection> namedLineRefusal(SubmissionReading reading, Line line) {
    if (!line.sandbox() && !reading.submission().access().key().reaches(line.id())) {
      return Optional.of(RejectionCode.LINE_NOT_ACCESSIBLE.rejection());
    }
    if (!line.active()) {
      return Optional.of(RejectionCode.LINE_NOT_ACTIVE.rejection());
    }
    return line.channel() == reading.type()
            || line.channel() == MessageType.IMESSAGE && isByWorkspace(reading)
        ? Optional.empty()
        : Optional.of(mismatch(reading.type()));
  }

  private static Optional<Rejection> contactRefusal(SubmissionFacts facts) {
    return facts.awaitsContact()
        ? Optional.of(RejectionCode.CONTACT_HAS_NOT_MESSAGED.rejection())
        : Optional.empty();
  }

  /** A text without an SMS line leaves from the workspace's own account. */
  private static boolean isByWorkspace(SubmissionReading reading) {
    return reading.type() == MessageType.SMS && hasTextAccount(reading);
  }

  private static boolean hasTextAccount(SubmissionReading reading) {
    return reading.submission().access().workspace().smsFallback().account().isPresent();
  }

  private static Rejection mismatch(MessageType type) {
    return RejectionCode.LINE_CHANNEL_MISMATCH.rejection(type.wire());
  }
}
