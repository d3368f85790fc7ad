package io.tuco.core.message;

import java.util.Objects;
import java.util.Optional;

/** A file to go along: its public URL and, when the client gave one, its name. */
public record Attachment(String url, Optional<String> name) {

  public Attachment {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(name, "name");
  }
}
