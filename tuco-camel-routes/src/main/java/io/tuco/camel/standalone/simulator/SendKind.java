package io.tuco.camel.standalone.simulator;

import java.util.Locale;

/** By which call a message left, with the words that call answers. */
enum SendKind {
  TEXT("Message sent!"),
  ATTACHMENT("Attachment sent!"),
  CHAT("Successfully created chat!"),
  REACTION("Reaction sent!");

  private final String success;

  SendKind(String success) {
    this.success = success;
  }

  String success() {
    return success;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SendKind of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
