package io.tuco.core.message;

import java.time.Instant;
import java.util.Objects;

/** What a message was changed to after it was sent; its first text stays in its content. */
public record Edit(String text, Instant at) {

  public Edit {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(at, "at");
  }
}
