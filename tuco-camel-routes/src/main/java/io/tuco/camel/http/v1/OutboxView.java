package io.tuco.camel.http.v1;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.line.Line;
import io.tuco.core.message.ChatOrder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;

/** A message as an item of the outbox (/v1 contract, sections 5 and 6). */
final class OutboxView {

  private static final String NO_IMESSAGE = "Recipient is not available on iMessage.";

  private final AttachmentViews attachments;
  private final int mostAttempts;

  /**
   * @param mostAttempts how often a message is tried in all
   */
  OutboxView(AttachmentViews attachments, int mostAttempts) {
    this.attachments = attachments;
    this.mostAttempts = mostAttempts;
  }

  /** What is answered when something was taken. */
  static JsonFields stub(String id) {
    return new JsonFields()
        .put("id", IdKind.OUTBOX_ITEM.print(id))
        .put("status", OutboxStatus.PENDING.wire());
  }

  JsonFields of(Message message, Line line) {
    var status = OutboxStatus.of(message);
    return new JsonFields()
        .put("id", IdKind.OUTBOX_ITEM.print(message.id()))
        .put("line_id", IdKind.LINE.print(line.id()))
        .put("status", status.wire())
        .put("payload", payload(message, line).tree())
        .putOrNull("error", error(message))
        .put("attempts", message.progress().attempts())
        .put("max_attempts", mostAttempts)
        .put("created_at", message.timeline().createdAt().toEpochMilli())
        .putOrNull(
            "completed_at",
            completedAt(message).filter(at -> status.isFinal()).map(Instant::toEpochMilli))
        .putIf("outcome", Optional.of("unknown").filter(word -> message.isUnknown()))
        .putIf(
            "next_attempt_at",
            message
                .progress()
                .nextAttemptAt()
                .or(message.timeline()::scheduledFor)
                .filter(at -> status == OutboxStatus.PENDING)
                .map(Instant::toEpochMilli));
  }

  /** Something that is no message; it is tried once. */
  static JsonFields of(ChatOrder order, Line line) {
    var payload = new JsonFields().put("from", line.handle()).put("to", order.address());
    order.details().forEach(payload::put);
    return new JsonFields()
        .put("id", IdKind.OUTBOX_ITEM.print(order.id()))
        .put("line_id", IdKind.LINE.print(line.id()))
        .put("status", order.state().wire())
        .put("payload", payload.tree())
        .putOrNull("error", order.error())
        .put("attempts", order.state() == ChatOrder.State.PENDING ? 0 : 1)
        .put("max_attempts", 1)
        .put("created_at", order.createdAt().toEpochMilli())
        .putOrNull("completed_at", order.completedAt().map(Instant::toEpochMilli));
  }

  /** What was asked for. */
  private JsonFields payload(Message message, Line line) {
    var text = Optional.of(message.content().text()).filter(said -> !said.isEmpty());
    return new JsonFields()
        .put("from", line.handle())
        .putIf("to", message.chatWith())
        .putIf("text", text)
        .putIf(
            "attachments",
            message.content().attachments().stream().map(attachments::reference).toList())
        .putIf("reply_to", message.content().manner().answers());
  }

  private static Optional<String> error(Message message) {
    var progress = message.progress();
    return switch (message.status()) {
      case FAILED -> progress.errorMessage().or(progress::reason).or(() -> Optional.of("Failed."));
      case FALLBACK -> Optional.of(NO_IMESSAGE);
      case CANCELLED -> Optional.of("Cancelled: " + progress.reason().orElse("by request."));
      default -> Optional.empty();
    };
  }

  /** That it arrived is not when it was sent. */
  private static Optional<Instant> completedAt(Message message) {
    var end = message.status() == MessageStatus.DELIVERED ? MessageStatus.SENT : message.status();
    return end == MessageStatus.SENT
        ? message.timeline().sentAt().or(() -> Moments.of(message, end))
        : Moments.of(message, end).or(() -> Optional.of(message.timeline().updatedAt()));
  }
}
