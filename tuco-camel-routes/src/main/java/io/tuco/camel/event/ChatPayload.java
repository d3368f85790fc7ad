package io.tuco.camel.event;

import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonTree;
import io.tuco.core.event.ChatEvent;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.Event;
import io.tuco.core.event.EventName;
import io.tuco.core.event.InChat;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.line.Line;
import io.tuco.core.message.FileLinks;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Tapback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Events in the words of {@code /v1} (/v1 contract, section 9; webhook contract, section 4). Of an
 * attempt's body only the time is its own.
 */
final class ChatPayload {

  /** The end of every body; what stands before it may hold the same words. */
  private static final Pattern END =
      Pattern.compile(",\"timestamp\":\\d+,\"delivery_id\":\"(dlv_[0-9a-f-]{36})\"}$");

  private final FileLinks links;

  ChatPayload(FileLinks links) {
    this.links = links;
  }

  /** Empty where no line that {@code /v1} knows is concerned. */
  Optional<InChat> of(Event event) {
    if (event instanceof ChatEvent chat) {
      return Optional.of(new InChat(chat.lineId(), chat.person(), isByUs(chat), data(chat)));
    }
    return event instanceof MessageEvent message && event.name().inV1().isPresent()
        ? of(message)
        : Optional.empty();
  }

  private Optional<InChat> of(MessageEvent event) {
    var message = event.message();
    var line = message.origin().lineId().filter(id -> message.type() != MessageType.EMAIL);
    return line.flatMap(
        id -> message.chatWith().map(person -> new InChat(id, person, isOurs(event), data(event))));
  }

  /** What we have said; of a failure and of what a person does, nobody is the sender. */
  private static boolean isOurs(MessageEvent event) {
    return event.name() == EventName.MESSAGE_SENT;
  }

  private static boolean isByUs(ChatEvent event) {
    return event.data().get("tapback") instanceof Tapback tapback
        && tapback.by().equals(Tapback.US);
  }

  private String data(MessageEvent event) {
    var view = new ChatData(event.message(), event.at(), links);
    return text(
        switch (event.name().inV1().orElseThrow()) {
          case MESSAGE_FAILED -> view.failed(event.at());
          case RECEIPT_READ -> view.read();
          case MESSAGE_SENT -> view.sent();
          default -> view.message();
        });
  }

  private String data(ChatEvent event) {
    if (event.data().get("message") instanceof Message message) {
      var view = new ChatData(message, event.at(), links);
      return text(
          event.data().get("tapback") instanceof Tapback tapback
              ? view.reaction(tapback)
              : view.message());
    }
    return text(
        ChatData.typing(
            event.lineId(), event.person(), event.name() == EventName.TYPING_STARTED, event.at()));
  }

  private static String text(JsonFields fields) {
    return EcmaScriptJson.stringify(fields.tree());
  }

  /** The whole body as of the event's own time. */
  static String body(
      EventName name, InChat chat, String lineHandle, String deliveryId, Instant at) {
    var line = new JsonFields().put("line_handle", lineHandle);
    if (chat.fromLine()) {
      line.put("sender", lineHandle);
    }
    return "{\"event\":\""
        + name.wire()
        + "\",\"data\":"
        + opened(chat.data())
        + text(line).substring(1)
        + ",\"timestamp\":"
        + at.toEpochMilli()
        + ",\"delivery_id\":\""
        + deliveryId
        + "\"}";
  }

  /** An object without its end, ready for more members. */
  private static String opened(String object) {
    var open = object.substring(0, object.length() - 1);
    return open.endsWith("{") ? open : open + ",";
  }

  /**
   * What asks an endpoint of {@code /v1} whether it answers, made of what asks one of {@code /api}.
   */
  static Delivery check(Delivery plain, Optional<Line> line) {
    var data =
        JsonTree.parse(plain.payload().getBytes(StandardCharsets.UTF_8))
            .asObject()
            .flatMap(body -> Optional.ofNullable(body.get("data")))
            .map(EcmaScriptJson::stringify)
            .orElse("{}");
    var chat = new InChat(line.map(Line::id).orElse(""), "", false, data);
    var id = "dlv_" + UUID.nameUUIDFromBytes(plain.key().getBytes(StandardCharsets.UTF_8));
    var body = body(plain.event(), chat, line.map(Line::handle).orElse(""), id, plain.createdAt());
    return Delivery.of(
        new OutboxEvent(plain.eventId(), plain.event(), 0, plain.createdAt(), body),
        plain.workspaceId(),
        plain.endpointId(),
        Optional.empty(),
        Optional.empty(),
        plain.createdAt());
  }

  /** The same body as of another time. */
  static String stamped(String body, Instant now) {
    var end = end(body);
    return body.substring(0, end.start())
        + ",\"timestamp\":"
        + now.toEpochMilli()
        + ",\"delivery_id\":\""
        + end.group(1)
        + "\"}";
  }

  static String deliveryId(String body) {
    return end(body).group(1);
  }

  private static Matcher end(String body) {
    var end = END.matcher(body);
    if (!end.find()) {
      throw new IllegalArgumentException("no body of a /v1 delivery");
    }
    return end;
  }
}
