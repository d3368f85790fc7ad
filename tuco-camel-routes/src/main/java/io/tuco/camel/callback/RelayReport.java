package io.tuco.camel.callback;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import java.time.Instant;
import java.util.Optional;

/**
 * What a relay tells of a message of ours: the few fields of it that we use.
 *
 * @param guid the device's id of the message
 * @param token what we gave the send, where the relay knows
 * @param error the device's own code, 0 for none
 */
record RelayReport(
    Kind kind,
    String guid,
    Optional<SendToken> token,
    boolean isDelivered,
    Optional<Instant> dateDelivered,
    int error) {

  /** What to do with it. */
  enum Kind {
    /** One of our own, on its way or arrived. */
    MESSAGE,
    /** One of our own did not go. */
    SEND_ERROR,
    /** What others write, reactions, typing, and words we do not know. */
    OTHER
  }

  private static final int NOT_ON_IMESSAGE = 22;
  private static final RelayReport IGNORED =
      new RelayReport(Kind.OTHER, "", Optional.empty(), false, Optional.empty(), 0);

  /** The data of other reports is not even looked at: it may be anything. */
  static OrAnswer<RelayReport> read(JsonReader body) {
    var kind =
        switch (body.text("type").orElse("")) {
          case "new-message", "updated-message" -> Kind.MESSAGE;
          case "message-send-error" -> Kind.SEND_ERROR;
          default -> Kind.OTHER;
        };
    var report = kind == Kind.OTHER ? IGNORED : ours(kind, body.object("data"));
    return body.refusal()
        .map(refusal -> HttpAnswer.error(400, refusal.message()))
        .<OrAnswer<RelayReport>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(report));
  }

  private static RelayReport ours(Kind kind, JsonReader data) {
    var isOurs = data.flag("isFromMe").orElse(false);
    var guid = data.text("guid").filter(text -> !text.isBlank());
    var token = data.text("tempGuid").flatMap(SendToken::parse);
    var delivered = data.flag("isDelivered").orElse(false);
    var at = data.millis("dateDelivered");
    var error = data.integer("error", Integer.MIN_VALUE, Integer.MAX_VALUE).orElse(0);
    return isOurs && guid.isPresent()
        ? new RelayReport(kind, guid.get(), token, delivered, at, error)
        : IGNORED;
  }

  /** A relay may say that it was delivered without saying when. */
  Optional<Instant> deliveredAt(Instant now) {
    return dateDelivered.or(() -> isDelivered ? Optional.of(now) : Optional.empty());
  }

  boolean hasNoIMessage() {
    return error == NOT_ON_IMESSAGE;
  }
}
