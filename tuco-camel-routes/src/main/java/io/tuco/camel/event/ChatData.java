package io.tuco.camel.event;

import io.tuco.camel.json.JsonFields;
import io.tuco.core.event.ChatIds;
import io.tuco.core.message.Attachment;
import io.tuco.core.message.Direction;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.Message;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.Send;
import io.tuco.core.message.Tapback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of an event about a message in its line's chat, without {@code line_handle},
 * which only the line knows (/v1 contract, section 9).
 */
final class ChatData {

  private final Message message;
  private final Instant at;
  private final FileLinks links;
  private final String lineId;
  private final String person;
  private final boolean ours;

  /**
   * @param at the time of the event, from which links are valid
   */
  ChatData(Message message, Instant at, FileLinks links) {
    this.message = message;
    this.at = at;
    this.links = links;
    this.lineId = message.origin().lineId().orElseThrow();
    this.person = message.chatWith().orElse("");
    this.ours = message.direction() == Direction.SENT;
  }

  JsonFields sent() {
    return message().put("outbox_id", "obx_" + message.id());
  }

  JsonFields message() {
    var voice = message.content().attachments().stream().anyMatch(Attachment::voice);
    var text = message.content().text();
    var fields =
        new JsonFields()
            .put("id", "msg_" + message.id())
            .put("line_id", "ln_" + lineId)
            .put("chat_id", chatId())
            .put("guid", message.progress().externalId().orElse(""));
    return sender(fields)
        .putOrNull("text", Optional.of(text).filter(said -> !said.isEmpty()))
        .put("attachments", attachments())
        .put("is_from_me", ours)
        .put("is_audio_message", voice)
        .put("sent_at", message.timeline().sentAt().orElse(createdAt()).toEpochMilli())
        .put("synced_at", message.timeline().updatedAt().toEpochMilli())
        .putOrNull("reply_to_guid", message.content().manner().answers());
  }

  JsonFields failed(Instant failedAt) {
    return new JsonFields()
        .put("outbox_id", "obx_" + message.id())
        .put("line_id", "ln_" + lineId)
        .put("chat_id", chatId())
        .put("to", person)
        .put("error", error())
        .put("attempts", message.progress().attempts())
        .put("failed_at", failedAt.toEpochMilli());
  }

  JsonFields read() {
    return new JsonFields()
        .put("id", "rcp_" + ChatIds.receipt(lineId, person))
        .put("chat_id", chatId())
        .put("handle", person)
        .put("last_read_at", message.timeline().readAt().orElse(at).toEpochMilli());
  }

  JsonFields reaction(Tapback tapback) {
    var byUs = tapback.by().equals(Tapback.US);
    var fields =
        new JsonFields()
            .put("id", "rxn_" + ChatIds.reaction(message.id(), tapback.by()))
            .put("message_id", "msg_" + message.id())
            .put("chat_id", chatId())
            .put("type", tapback.reaction());
    return (byUs ? fields : fields.put("sender", tapback.by()))
        .put("is_from_me", byUs)
        .put("added", !tapback.removed())
        .put("sent_at", tapback.at().toEpochMilli());
  }

  static JsonFields typing(String lineId, String person, boolean isTyping, Instant at) {
    return new JsonFields()
        .put("id", "ind_" + ChatIds.typing(lineId, person))
        .put("chat_id", "cht_" + ChatIds.chat(lineId, person))
        .put("handle", person)
        .put("is_typing", isTyping)
        .put("updated_at", at.toEpochMilli());
  }

  private JsonFields sender(JsonFields fields) {
    return ours ? fields : fields.put("sender", from());
  }

  /** In a chat of several, whoever of them wrote it. */
  private String from() {
    var writer = message.recipient();
    return writer
        .phone()
        .map(phone -> phone.value())
        .or(() -> writer.email().map(email -> email.value()))
        .orElse(person);
  }

  private Instant createdAt() {
    return message.timeline().createdAt();
  }

  private String chatId() {
    return "cht_" + ChatIds.chat(lineId, person);
  }

  private String error() {
    return switch (message.status()) {
      case FALLBACK -> "Recipient is not available on iMessage.";
      case CANCELLED -> "Cancelled: " + message.progress().reason().orElse("by request");
      default -> message.progress().errorMessage().orElse("Failed");
    };
  }

  private List<Map<String, @Nullable Object>> attachments() {
    var all = new ArrayList<Map<String, @Nullable Object>>();
    var given = message.content().attachments();
    for (var place = 0; place < given.size(); place++) {
      all.add(attachment(given.get(place), file(place)));
    }
    message.annotations().arrival().files().forEach(file -> all.add(attachment(file)));
    return all;
  }

  private Optional<PartFile> file(int place) {
    return message.progress().send().map(Send::parts).stream()
        .flatMap(List::stream)
        .flatMap(part -> part.file().stream())
        .filter(file -> file.place() == place)
        .findFirst();
  }

  private Map<String, @Nullable Object> attachment(Attachment sent, Optional<PartFile> file) {
    return new JsonFields()
        .putOrNull("filename", file.map(PartFile::name).or(sent::name))
        .putOrNull("mime_type", file.map(PartFile::contentType))
        .putOrNull("size", file.map(PartFile::bytes))
        .put("url", links.renewed(sent.url(), at))
        .putOrNull("transcription", Optional.empty())
        .tree();
  }

  private Map<String, @Nullable Object> attachment(ReceivedFile file) {
    return new JsonFields()
        .putOrNull("filename", file.name())
        .putOrNull("mime_type", file.contentType())
        .putOrNull("size", file.bytes())
        .putOrNull("url", file.url().map(url -> links.renewed(url, at)))
        .putOrNull("transcription", Optional.empty())
        .tree();
  }
}
