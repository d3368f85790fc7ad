package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one device as the real server does (relay contract, sections 3 and 6). */
final class MessageJson {

  private static final int STYLE_PERSON = 45;
  private static final int STYLE_GROUP = 43;

  private final MessageTable table;

  MessageJson(MessageTable table) {
    this.table = table;
  }

  /** A row as the data of an answer. */
  ObjectNode answer(MessageRow row) {
    var node = filled(MessageShapes.answer(), row);
    node.set("chats", Json.array(List.of(row.chat()), this::longChat));
    return node;
  }

  /** A row as the data of a webhook. */
  ObjectNode event(MessageRow row) {
    var node = filled(MessageShapes.event(), row);
    node.set("chats", Json.array(List.of(row.chat()), this::shortChat));
    return node;
  }

  /** A row as the data of {@code updated-message}, which names no chat. */
  ObjectNode update(MessageRow row) {
    var node = filled(MessageShapes.event(), row);
    node.remove("chats");
    return node;
  }

  /** A chat with its only participant and what was said when it was made. */
  ObjectNode newChat(ChatGuid chat, List<ObjectNode> messages) {
    var node = shortChat(chat);
    node.set("participants", Json.array(List.of(chat), this::handle));
    node.set("messages", Json.array(messages, message -> message));
    return lengthened(node);
  }

  private ObjectNode filled(ObjectNode node, MessageRow row) {
    node.put("originalROWID", row.rowId())
        .put("guid", row.guid())
        .put("text", row.body().text())
        .put("subject", row.body().subject().orElse(null))
        .put("error", row.error())
        .put("dateCreated", row.createdAt().toEpochMilli())
        .put("dateRead", millis(row.receipt().read()))
        .put("dateDelivered", millis(row.receipt().delivered()))
        .put("isDelivered", row.fromMe() && row.receipt().delivered().isPresent())
        .put("isFromMe", row.fromMe());
    row.body().tapback().ifPresent(tapback -> react(node, tapback));
    var files = row.body().attachments();
    node.set("attachments", Json.array(files, file -> attachment(file, row.fromMe())));
    return row.fromMe() ? node : from(node, row.chat());
  }

  /** Only what others sent has a handle; our own rows have none. */
  private ObjectNode from(ObjectNode node, ChatGuid sender) {
    node.set("handle", handle(sender));
    return node.put("handleId", table.chatId(sender));
  }

  private static void react(ObjectNode node, MessageBody.Tapback tapback) {
    node.put("associatedMessageGuid", "p:0/" + tapback.guid())
        .put("associatedMessageType", tapback.reaction());
  }

  private static ObjectNode attachment(AttachmentRow file, boolean outgoing) {
    return MessageShapes.attachment()
        .put("guid", file.guid())
        .put("mimeType", file.mimeType())
        .put("transferName", file.name())
        .put("totalBytes", file.bytes())
        .put("isOutgoing", outgoing)
        .put("originalGuid", file.guid());
  }

  private ObjectNode handle(ChatGuid person) {
    return Json.object()
        .put("originalROWID", table.chatId(person))
        .put("address", person.address())
        .put("service", person.service())
        .putNull("uncanonicalizedId")
        .put("country", "us");
  }

  private ObjectNode shortChat(ChatGuid chat) {
    return Json.object()
        .put("originalROWID", table.chatId(chat))
        .put("guid", chat.toString())
        .put("style", chat.group() ? STYLE_GROUP : STYLE_PERSON)
        .put("chatIdentifier", chat.address())
        .put("isArchived", false)
        .put("displayName", "");
  }

  private ObjectNode longChat(ChatGuid chat) {
    return lengthened(shortChat(chat));
  }

  private static ObjectNode lengthened(ObjectNode chat) {
    return chat.put("isFiltered", false)
        .put("groupId", "G")
        .putNull("properties")
        .put("lastAddressedHandle", "+15550000000");
  }

  private static @Nullable Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }
}
