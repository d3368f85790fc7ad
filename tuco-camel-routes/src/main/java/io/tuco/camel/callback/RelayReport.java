package io.tuco.camel.callback;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.DeviceMessageJson;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.intake.DeviceMessage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a relay reports (relay contract, section 6).
 *
 * @param message present where it is about one
 * @param typing present where somebody types
 */
record RelayReport(Kind kind, Optional<DeviceMessage> message, Optional<Typing> typing) {

  private static final Optional<Typing> NOBODY = Optional.empty();

  /**
   * Somebody types in a chat of theirs alone with us.
   *
   * @param sender as the device names them
   */
  record Typing(String sender, boolean isOn) {

    private static final Pattern CHAT = Pattern.compile("[A-Za-z]{1,20};-;(.{1,254})");

    /** Empty for what we cannot read: it is of no weight. */
    private static Optional<Typing> read(@Nullable Object data) {
      return data instanceof Map<?, ?> fields
              && fields.get("guid") instanceof String guid
              && fields.get("display") instanceof Boolean isOn
          ? Optional.of(CHAT.matcher(guid))
              .filter(Matcher::matches)
              .map(chat -> new Typing(chat.group(1), isOn))
          : Optional.empty();
    }
  }

  /** What to do with it. */
  enum Kind {
    /** A message that is new to the device, ours or a person's. */
    NEW,
    /** Something became of a message. */
    CHANGED,
    /** One of our own did not go. */
    SEND_ERROR,
    /** Somebody has begun to type, or has stopped. */
    TYPING,
    /** The device has another address now. */
    MOVED,
    /** Reading, and words we do not know. */
    OTHER
  }

  /** The data of other reports is not even looked at: it may be anything. */
  static OrAnswer<RelayReport> read(JsonReader body, Instant now) {
    var kind = kind(body.text("type").orElse(""));
    var report = isAboutAMessage(kind) ? about(kind, body, now) : other(kind, body);
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

  private static RelayReport other(Kind kind, JsonReader body) {
    var typing = kind == Kind.TYPING ? Typing.read(body.tree().get("data")) : NOBODY;
    return new RelayReport(kind, Optional.empty(), typing);
  }
}
