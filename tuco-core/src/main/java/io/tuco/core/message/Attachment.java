package io.tuco.core.message;

import java.util.Objects;
import java.util.Optional;

/**
 * A file to go along: its URL and, when the client gave one, its name.
 *
 * @param url a public one, or one of {@link FileLinks}, which names a file that we keep
 * @param voice whether it is to arrive as a voice message, where the channel knows such
 */
public record Attachment(String url, Optional<String> name, boolean voice) {

  public Attachment {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(name, "name");
  }

  public Attachment(String url, Optional<String> name) {
    this(url, name, false);
  }
}
