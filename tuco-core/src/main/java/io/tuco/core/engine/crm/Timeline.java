package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.Personalisation;
import io.tuco.core.lead.PlaceholderValues;
import io.tuco.core.line.Line;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.HistoryEntry;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is to be seen of a message on its contact's timeline. */
final class Timeline {

  private Timeline() {}

  static CrmActivity entry(
      Kind kind,
      Message message,
      Optional<Lead> lead,
      Optional<Line> line,
      String contactId,
      Instant at) {
    return new CrmActivity(
        message.id() + ":" + kind.name().toLowerCase(Locale.ROOT),
        kind,
        message.id(),
        contactId,
        message.type(),
        text(message, lead, line),
        reason(kind, message),
        message.content().attachments().stream().map(Attachment::url).toList(),
        at);
  }

  /** What has left, or came, is stored as it was said; the rest is still a template. */
  private static String text(Message message, Optional<Lead> lead, Optional<Line> line) {
    var text = message.content().text();
    return message.hasLeft() || message.status() == MessageStatus.RECEIVED
        ? text
        : Personalisation.fill(
            text, PlaceholderValues.of(lead, line.map(Line::displayName).orElse("")));
  }

  /**
   * Why the message came to a status, where that has a reason: as its history has it, because the
   * message itself may have moved on.
   */
  static Optional<String> reason(MessageStatus status, Message message) {
    return switch (status) {
      case FAILED -> lastReason(message, status).or(message.progress()::errorMessage);
      case FALLBACK, CANCELLED -> lastReason(message, status).or(message.progress()::reason);
      default -> Optional.empty();
    };
  }

  private static Optional<String> reason(Kind kind, Message message) {
    return switch (kind) {
      case SENT, REPLY -> Optional.empty();
      case FAILED -> reason(MessageStatus.FAILED, message);
      case FALLBACK -> reason(MessageStatus.FALLBACK, message);
    };
  }

  private static Optional<String> lastReason(Message message, MessageStatus to) {
    return message.timeline().history().entries().stream()
        .filter(entry -> entry.to() == to && !entry.from().equals(Optional.of(to)))
        .reduce((earlier, later) -> later)
        .map(HistoryEntry::reason);
  }
}
