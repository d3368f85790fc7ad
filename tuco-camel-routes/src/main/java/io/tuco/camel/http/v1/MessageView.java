package io.tuco.camel.http.v1;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.address.Address;
import io.tuco.core.event.ChatIds;
import io.tuco.core.line.Line;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Direction;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message that was sent or received, as an object of the facade (/v1 contract, section 5). */
final class MessageView {

  private final AttachmentViews attachments;

  MessageView(AttachmentViews attachments) {
    this.attachments = attachments;
  }

  Map<String, @Nullable Object> of(Message message, Line line) {
    var isOurs = message.direction() == Direction.SENT;
    var text = Optional.of(message.content().text()).filter(said -> !said.isEmpty());
    return new JsonFields()
        .put("id", IdKind.MESSAGE.print(message.id()))
        .put("line_id", IdKind.LINE.print(line.id()))
        .put("chat_id", IdKind.CHAT.print(ChatIds.chatOf(message).orElseThrow()))
        .put("guid", message.progress().externalId().orElse(""))
        .put("sender", isOurs ? line.handle() : sender(message))
        .putOrNull("text", text)
        .put("attachments", attachments.of(message))
        .put("service", message.type().wire())
        .put("is_from_me", isOurs)
        .put("is_audio_message", isVoice(message))
        .put("sent_at", sentAt(message))
        .put("synced_at", syncedAt(message))
        .putOrNull(
            "outbox_id", IdKind.OUTBOX_ITEM.print(Optional.of(message.id()).filter(id -> isOurs)))
        .putOrNull("reply_to_guid", message.content().manner().answers())
        .tree();
  }

  /** In a chat of several, whoever of them wrote it. */
  private static String sender(Message message) {
    return message.recipient().first().map(Address::value).or(message::chatWith).orElse("");
  }

  private static boolean isVoice(Message message) {
    return message.content().attachments().stream().anyMatch(Attachment::voice);
  }

  private static long sentAt(Message message) {
    var timeline = message.timeline();
    return timeline.sentAt().orElse(timeline.createdAt()).toEpochMilli();
  }

  /** When the proof was stored: of what came in, when it came in. */
  private static long syncedAt(Message message) {
    return Moments.of(message, MessageStatus.SENT)
        .orElse(message.timeline().createdAt())
        .toEpochMilli();
  }
}
