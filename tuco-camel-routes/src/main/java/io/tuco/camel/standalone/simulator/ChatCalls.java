package io.tuco.camel.standalone.simulator;

import io.vertx.core.Future;
import java.util.List;

/** The calls about chats: a new one, typing in one, reading one. */
final class ChatCalls {

  private final Departures departures;
  private final WebhookPoster poster;

  ChatCalls(Departures departures, WebhookPoster poster) {
    this.departures = departures;
    this.poster = poster;
  }

  Future<RelayAnswer> create(RelayCall call) {
    var fields = call.fields();
    var complaint =
        new FieldRules(fields)
            .required("addresses")
            .array("addresses")
            .text("message")
            .oneOf("method", "apple-script", "private-api")
            .oneOf("service", "iMessage", "SMS")
            .text("tempGuid")
            .complaint();
    return complaint
        .map(text -> Future.succeededFuture(RelayAnswer.badRequest(text)))
        .orElseGet(() -> createChecked(call));
  }

  Future<RelayAnswer> startTyping(RelayCall call) {
    return Future.succeededFuture(RelayAnswer.ok("Successfully started typing!"));
  }

  Future<RelayAnswer> stopTyping(RelayCall call) {
    return Future.succeededFuture(RelayAnswer.ok("Successfully stopped typing!"));
  }

  Future<RelayAnswer> read(RelayCall call) {
    var chat = ChatGuid.of(call.variable());
    var data = Json.object().put("chatGuid", chat.toString()).put("read", true);
    var event = new WebhookPoster.Event("chat-read-status-changed", data);
    poster.announce(call.device(), chat, List.of(event));
    return Future.succeededFuture(RelayAnswer.ok("Successfully marked chat as read!"));
  }

  private Future<RelayAnswer> createChecked(RelayCall call) {
    var fields = call.fields();
    var privateApi = fields.path("method").asText().equals("private-api");
    var message = Json.string(fields, "message");
    if (fields.path("addresses").size() > 1 && !privateApi) {
      return unhandled("Cannot create group chats on macOS Big Sur or newer!");
    }
    if (message.isEmpty() && privateApi) {
      return unhandled("A message is required when creating chats with the Private API!");
    }
    var chat = chat(call);
    return message
        .map(text -> MessageBody.text(text, Json.string(fields, "subject")))
        .map(body -> Outgoing.of(SendKind.CHAT, chat, body, Json.string(fields, "tempGuid")))
        .map(outgoing -> departures.send(call, outgoing))
        .orElseGet(() -> Future.succeededFuture(silent(call.device(), chat)));
  }

  private static ChatGuid chat(RelayCall call) {
    var fields = call.fields();
    var addresses = fields.path("addresses");
    var service = Json.string(fields, "service").orElse("iMessage");
    return addresses.size() == 1
        ? new ChatGuid(service, false, addresses.path(0).asText())
        : new ChatGuid(service, true, "chat" + Math.abs((long) addresses.hashCode()));
  }

  private static RelayAnswer silent(RelayDevice device, ChatGuid chat) {
    return RelayAnswer.ok(SendKind.CHAT.success(), device.json().newChat(chat, List.of()));
  }

  private static Future<RelayAnswer> unhandled(String detail) {
    return Future.succeededFuture(RelayAnswer.unhandled(detail));
  }
}
