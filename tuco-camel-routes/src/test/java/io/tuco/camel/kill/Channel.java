package io.tuco.camel.kill;

import java.util.Locale;

/** How a message is to leave. */
enum Channel {
  IMESSAGE,
  SMS,
  EMAIL;

  /** A send to a person nobody has written to. */
  String send(String text, int person) {
    var phone = String.format(Locale.ROOT, "+1202%07d", 5_550_000 + person);
    return switch (this) {
      case IMESSAGE -> "{\"message\":\"%s\",\"recipientPhone\":\"%s\"}".formatted(text, phone);
      case SMS ->
          "{\"messageType\":\"sms\",\"message\":\"%s\",\"recipientPhone\":\"%s\"}"
              .formatted(text, phone);
      case EMAIL ->
          ("{\"messageType\":\"email\",\"subject\":\"%1$s\",\"message\":\"%1$s\","
                  + "\"recipientEmail\":\"person%3$d@example.com\",\"recipientPhone\":\"%2$s\","
                  + "\"sendFallbackSmsOnFailed\":true}")
              .formatted(text, phone, person);
    };
  }

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
