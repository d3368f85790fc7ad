package io.tuco.core.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what messages are counted (settled answer 36). */
public enum Grouping {
  STATUS,
  /** The line a message leaves from, or came in by. */
  LINE,
  BATCH,
  /** The date of {@code createdAt} in UTC. */
  DAY;

  private final String wire = name().toLowerCase(Locale.ROOT);

  public String wire() {
    return wire;
  }

  public static Optional<Grouping> parse(String wire) {
    return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
  }
}
