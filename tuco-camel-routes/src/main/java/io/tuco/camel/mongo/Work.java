package io.tuco.camel.mongo;

import java.util.Locale;

/** What is still to be done about a message that is not done. */
enum Work {
  WAITING,
  SENDING,
  UNKNOWN;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
