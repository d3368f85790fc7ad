package io.tuco.camel.mongo;

import io.tuco.core.message.Chat;
import org.bson.Document;

/** A chat as it lies in {@code chats}. */
final class ChatDocument {

  private ChatDocument() {}

  static Document of(Chat chat) {
    return new DocumentWriter()
        .put("_id", chat.id())
        .put("workspaceId", chat.workspaceId())
        .put("lineId", chat.lineId())
        .put("identifier", chat.identifier())
        .put("isGroup", chat.isGroup())
        .put("typing", chat.typing().map(ChatDocument::of))
        .put("readAt", chat.readAt())
        .put("createdAt", chat.createdAt())
        .document();
  }

  static Document of(Chat.Typing typing) {
    return new DocumentWriter().put("on", typing.on()).put("at", typing.at()).document();
  }

  static Chat read(Document document) {
    var reader = new DocumentReader(document);
    return new Chat(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("lineId"),
        reader.text("identifier"),
        reader.flag("isGroup"),
        reader
            .optionalPart("typing")
            .map(typing -> new Chat.Typing(typing.flag("on"), typing.instant("at"))),
        reader.optionalInstant("readAt"),
        reader.instant("createdAt"));
  }
}
