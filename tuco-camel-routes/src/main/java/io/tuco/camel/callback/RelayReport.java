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
 */
record RelayReport(Kind kind, Optional<DeviceMessage> message) {

  /** What to do with it. */
  enum Kind {
    /** A message that is new to the device, ours or a person's. */
    NEW,
    /** Something became of a message. */
    CHANGED,
    /** One of our own did not go. */
    SEND_ERROR,
    /** The device has another address now. */
    MOVED,
    /** Typing, reading, and words we do not know. */
    OTHER
  }

  /** The data of other reports is not even looked at: it may be anything. */
  static OrAnswer<RelayReport> read(JsonReader body, Instant now) {
    var kind = kind(body.text("type").orElse(""));
    var report = isAboutAMessage(kind) ? about(kind, body, now) : other(kind);
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
    return new RelayReport(kind, DeviceMessageJson.read(data.tree(), now));
  }

  private static RelayReport other(Kind kind) {
    return new RelayReport(kind, Optional.empty());
  }
}
