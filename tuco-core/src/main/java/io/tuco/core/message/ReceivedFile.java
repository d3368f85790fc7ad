package io.tuco.core.message;

import java.util.Objects;
import java.util.Optional;

/**
 * A file that came with a person's message and lies where it came in; only what is known of it is
 * kept.
 *
 * @param id the device's or provider's id for it
 * @param url of ours, where it is read as long as the device has it
 */
public record ReceivedFile(
    String id,
    Optional<String> name,
    Optional<String> contentType,
    Optional<Long> bytes,
    Optional<String> url) {

  public ReceivedFile {
    Objects.requireNonNull(id, "id");
  }

  /** Of which nobody has a URL yet. */
  public ReceivedFile(
      String id, Optional<String> name, Optional<String> contentType, Optional<Long> bytes) {
    this(id, name, contentType, bytes, Optional.empty());
  }

  public ReceivedFile at(String where) {
    return new ReceivedFile(id, name, contentType, bytes, Optional.of(where));
  }
}
