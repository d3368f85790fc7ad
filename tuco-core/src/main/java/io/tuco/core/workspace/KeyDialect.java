package io.tuco.core.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the two facades a key was made for. */
public enum KeyDialect {
  TUCO,
  V1;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<KeyDialect> parse(String wire) {
    return Arrays.stream(values()).filter(dialect -> dialect.wire().equals(wire)).findFirst();
  }
}
