package io.tuco.core.message;

import java.util.Objects;
import java.util.Optional;

/**
 * A file that came with a person's message and lies where it came in; only what is known of it is
 * kept.
 *
 * @param id the device's or provider's id for it
 */
public record ReceivedFile(
    String id, Optional<String> name, Optional<String> contentType, Optional<Long> bytes) {

  public ReceivedFile {
    Objects.requireNonNull(id, "id");
  }
}
