package io.tuco.camel.callback;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.DeviceMessageJson;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.DeviceMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * What a relay reports (relay contract, section 6).
 *
 * @param message present where it is about one
 * @param typing present where it is about that
 */
record RelayReport(Kind kind, Optional<DeviceMessage> message, Optional<Typing> typing) {

  /**
   * That a person begins or stops to type.
   *
   * @param chat the device's name of the chat
   */
  record Typing(String chat, boolean on) {}

  /** What to do with it. */
  enum Kind {
    /** A message that is new to the device, ours or a person's. */
    NEW,
    /** Something became of a message. */
    CHANGED,
    /** One of our own did not go. */
    SEND_ERROR,
    /** A person begins or stops to type. */
    TYPING,
    /** The device has another address now. */
    MOVED,
    /** Our own reading, and words we do not know. */
    OTHER
  }

  /** The data of other reports is not even looked at: it may be anything. */
  static OrAnswer<RelayReport> read(JsonReader body, Instant now) {
    var kind = kind(body.text("type").orElse(""));
    var report =
        kind == Kind.TYPING
            ? typing(body)
            : isAboutAMessage(kind) ? about(kind, body, now) : other(kind);
    return body.refusal()
        .map(refusal -> HttpAnswer.error(400, refusal.message()))
        .<OrAnswer<RelayReport>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(report));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "new-message" -> Kind.NEW;
      case "updated-message" -> Kind.CHANGED;
      case "message-send-error" -> Kind.SEND_ERROR;
      case "typing-indicator" -> Kind.TYPING;
      case "new-server" -> Kind.MOVED;
      default -> Kind.OTHER;
    };
  }

  private static boolean isAboutAMessage(Kind kind) {
    return kind == Kind.NEW || kind == Kind.CHANGED || kind == Kind.SEND_ERROR;
  }

  /** Whose message it is must be clear; of what else cannot be read the most is made. */
  private static RelayReport about(Kind kind, JsonReader body, Instant now) {
    var data = body.object("data");
    data.text("guid");
    data.flag("isFromMe");
    return new RelayReport(kind, DeviceMessageJson.read(data.tree(), now), Optional.empty());
  }

  private static RelayReport typing(JsonReader body) {
    var data = body.object("data");
    var on = data.flag("display");
    var told = data.text("guid").flatMap(chat -> on.map(state -> new Typing(chat, state)));
    return new RelayReport(Kind.TYPING, Optional.empty(), told);
  }

  private static RelayReport other(Kind kind) {
    return new RelayReport(kind, Optional.empty(), Optional.empty());
  }
}
