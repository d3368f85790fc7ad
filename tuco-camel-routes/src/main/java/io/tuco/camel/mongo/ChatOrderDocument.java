package io.tuco.camel.mongo;

import io.tuco.core.message.ChatOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** An order as it lies in {@code chat_orders}; {@code openSince} only while it is not over. */
final class ChatOrderDocument {

  static final String OPEN_SINCE = "openSince";

  private ChatOrderDocument() {}

  static Document of(ChatOrder order) {
    return new DocumentWriter()
        .put("_id", order.id())
        .put("workspaceId", order.workspaceId())
        .put("lineId", order.lineId())
        .put("kind", order.kind().wire())
        .put("address", order.address())
        .put("details", new Document(new LinkedHashMap<String, Object>(order.details())))
        .put("state", order.state().wire())
        .put("error", order.error())
        .put("createdAt", order.createdAt())
        .put("completedAt", order.completedAt())
        .put(OPEN_SINCE, Optional.of(order.createdAt()).filter(since -> order.isOpen()))
        .document();
  }

  static ChatOrder read(Document document) {
    var reader = new DocumentReader(document);
    return new ChatOrder(
        reader.text("_id"),
        reader.text("workspaceId"),
        reader.text("lineId"),
        ChatOrder.Kind.parse(reader.text("kind")).orElseThrow(),
        reader.text("address"),
        details(document),
        ChatOrder.State.parse(reader.text("state")).orElseThrow(),
        reader.optionalText("error"),
        reader.instant("createdAt"),
        reader.optionalInstant("completedAt"));
  }

  private static Map<String, String> details(Document document) {
    var details = new LinkedHashMap<String, String>();
    document
        .get("details", Document.class)
        .forEach((name, value) -> details.put(name, value.toString()));
    return details;
  }
}
