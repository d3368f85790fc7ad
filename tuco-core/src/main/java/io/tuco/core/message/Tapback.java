package io.tuco.core.message;

import java.time.Instant;
import java.util.Objects;

/**
 * A reaction to a message; a person has one at a time.
 *
 * @param by the address of who reacted, as it was told; {@link #US} when it was the line's own
 * @param reaction such as {@code love}; kept as it was told
 * @param removed whether it was taken back: kept, so that an older report does not bring it again
 */
public record Tapback(String by, String reaction, Instant at, boolean removed) {

  /** Who reacted from the line's own device. */
  public static final String US = "us";

  public Tapback {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(reaction, "reaction");
    Objects.requireNonNull(at, "at");
  }
}
