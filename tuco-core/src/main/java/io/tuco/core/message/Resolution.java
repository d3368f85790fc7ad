package io.tuco.core.message;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody's order about a message whose outcome was unknown.
 *
 * @param by the key, or whoever else gave it
 */
public record Resolution(Action action, String by, Instant at) {

  /** What they said. */
  public enum Action {
    CONFIRM_SENT,
    CONFIRM_NOT_SENT,
    RESEND;

    private final String wire = name().toLowerCase(Locale.ROOT);

    public String wire() {
      return wire;
    }

    public static Optional<Action> parse(String wire) {
      return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }
  }
}
