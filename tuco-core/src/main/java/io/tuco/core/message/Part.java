package io.tuco.core.message;

import java.util.Objects;
import java.util.Optional;

/**
 * One of the things that a send hands to a device one by one: its text, then each file (settled
 * answer 11). Each is settled and tried again alone.
 *
 * @param number 0 for the first
 * @param file absent for the text, which stands in {@link Send#text()}
 * @param reference the provider's id for it, once it took it
 */
public record Part(int number, Optional<PartFile> file, Optional<String> reference) {

  /**
   * A file as it was fetched, ready to leave.
   *
   * @param place its index among the message's attachments
   * @param name as the recipient sees it
   */
  public record PartFile(int place, String name, long bytes, String contentType) {

    public PartFile {
      Objects.requireNonNull(name, "name");
      if (bytes < 0 || place < 0) {
        throw new IllegalArgumentException("neither a size nor a place is negative");
      }
    }
  }

  public static Part text(int number) {
    return new Part(number, Optional.empty(), Optional.empty());
  }

  public static Part file(int number, PartFile file) {
    return new Part(number, Optional.of(file), Optional.empty());
  }

  public boolean isText() {
    return file.isEmpty();
  }

  public boolean isAccepted() {
    return reference.isPresent();
  }

  Part acceptedAs(String id) {
    return new Part(number, file, Optional.of(id));
  }
}
