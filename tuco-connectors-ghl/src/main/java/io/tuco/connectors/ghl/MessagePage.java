package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmActivity;
import java.util.Map;
import java.util.Optional;

/**
 * A page of a conversation, the newest first. GHL's file shows it flat; its servers answer with one
 * level more.
 */
record MessagePage(JsonNode json) {

  static MessagePage of(JsonNode answer) {
    var inner = answer.path("messages");
    return new MessagePage(inner.isObject() ? inner : answer);
  }

  Optional<String> find(CrmActivity activity) {
    return GhlJson.elements(json.path("messages"))
        .filter(message -> is(message, activity))
        .flatMap(message -> GhlJson.text(message, "id").stream())
        .findFirst();
  }

  private static boolean is(JsonNode message, CrmActivity activity) {
    var ours = GhlJson.text(message, "altId");
    if (ours.isPresent()) {
      return ours.get().equals(activity.messageId());
    }
    return message.path("body").asText().strip().equals(activity.text().strip())
        && message
            .path("direction")
            .asText()
            .equals(activity.kind().isInbound() ? "inbound" : "outbound")
        && Written.isSince(message, activity.at());
  }

  /** Whether nothing that is older can be it. */
  boolean isLastFor(CrmActivity activity) {
    var messages = json.path("messages");
    return !json.path("nextPage").asBoolean()
        || GhlJson.text(json, "lastMessageId").isEmpty()
        || !Written.isSince(messages.path(messages.size() - 1), activity.at());
  }

  Map<String, String> next(int limit) {
    return Map.of(
        "limit", Integer.toString(limit), "lastMessageId", json.path("lastMessageId").asText());
  }
}
