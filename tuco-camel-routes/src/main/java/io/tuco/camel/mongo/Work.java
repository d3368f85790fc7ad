package io.tuco.camel.mongo;

import java.util.Locale;

/** What is known of a message that has left, or may have, and is not done. */
enum Work {
  SENDING,
  UNKNOWN;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
