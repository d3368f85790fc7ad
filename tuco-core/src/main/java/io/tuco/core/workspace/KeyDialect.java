package io.tuco.core.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which of the two facades a key was made for; it opens both. */
public enum KeyDialect {
  TUCO("tuco_sk_"),
  V1("sk_live_");

  private final String mark;

  KeyDialect(String mark) {
    this.mark = mark;
  }

  /** What its keys begin with. */
  public String mark() {
    return mark;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whose mark a key begins with. */
  static Optional<KeyDialect> ofKey(String text) {
    return Arrays.stream(values()).filter(dialect -> text.startsWith(dialect.mark)).findFirst();
  }

  public static Optional<KeyDialect> parse(String wire) {
    return Arrays.stream(values()).filter(dialect -> dialect.wire().equals(wire)).findFirst();
  }
}
