package io.tuco.core.line;

import java.util.Arrays;
import java.util.Optional;

/** How a relay hands a text to Messages; {@code AUTO} prefers the private API where it works. */
public enum SendMethod {
  AUTO("auto"),
  PRIVATE_API("private-api"),
  APPLE_SCRIPT("apple-script");

  private final String wire;

  SendMethod(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }

  public static Optional<SendMethod> parse(String wire) {
    return Arrays.stream(values()).filter(method -> method.wire.equals(wire)).findFirst();
  }
}
