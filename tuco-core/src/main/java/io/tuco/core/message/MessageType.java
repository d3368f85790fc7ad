package io.tuco.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a message travels; also the channel a line serves. */
public enum MessageType {
  IMESSAGE,
  SMS,
  EMAIL;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name on the API: {@code imessage}, {@code sms}, {@code email}. */
  public String wire() {
    return wire;
  }

  public static Optional<MessageType> parse(String wire) {
    return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
  }
}
