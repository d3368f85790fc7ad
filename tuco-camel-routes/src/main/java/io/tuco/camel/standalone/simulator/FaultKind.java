package io.tuco.camel.standalone.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong (settled answers, item 3; the last two are additions). */
enum FaultKind {
  /** The message leaves, the answer never comes. */
  TIMEOUT_AFTER_SEND(Place.SEND),
  /** Nothing leaves, the answer never comes. */
  TIMEOUT_BEFORE_SEND(Place.SEND),
  /** Row 10 of the relay contract: 500 with null data, after the message left. */
  ERROR_NULL_DATA(Place.SEND),
  /** Row 8: the recipient has no iMessage. */
  ERROR_22(Place.SEND),
  /** The answer comes late. */
  STALL(Place.SEND),
  /** Look-ups say no, sends end as row 8. */
  NO_IMESSAGE(Place.SEND),
  /** Webhooks of an occasion are lost. */
  DROP_WEBHOOK(Place.WEBHOOK),
  /** Webhooks of an occasion come twice. */
  DUPLICATE_WEBHOOK(Place.WEBHOOK),
  /** Every connection is dropped without a word. */
  DOWN(Place.CONNECTION),
  /** Row 5: "already queued". */
  IN_FLIGHT_400(Place.SEND),
  /** Row 11: an error without data; only the row tells that it is 22. */
  ERROR_NO_DATA(Place.SEND),
  /** Row 12: the private API's helper is gone, nothing leaves. */
  HELPER_DISCONNECTED(Place.SEND);

  private final Place place;

  FaultKind(Place place) {
    this.place = place;
  }

  boolean strikesSends() {
    return place == Place.SEND;
  }

  boolean strikesWebhooks() {
    return place == Place.WEBHOOK;
  }

  boolean strikesConnections() {
    return place == Place.CONNECTION;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FaultKind> named(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  private enum Place {
    SEND,
    WEBHOOK,
    CONNECTION
  }
}
