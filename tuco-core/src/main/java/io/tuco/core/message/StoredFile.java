package io.tuco.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that a client gave us to keep: what is known of it, without its content (/v1 contract,
 * section 5).
 *
 * @param contentType as the client said, such as {@code image/png}
 * @param name as the client said
 * @param pieces how many its content lies in, each of {@link #PIECE} bytes but for the last
 */
public record StoredFile(
    String id,
    String workspaceId,
    Optional<String> name,
    String contentType,
    long bytes,
    int pieces,
    Instant createdAt) {

  /** So long a file is kept, and may be sent again and again. */
  public static final Duration KEPT = Duration.ofDays(30);

  /** 25 MB. */
  public static final long MOST_BYTES = 25L << 20;

  /** A document of the store takes no more than 16 MB, and a reader wants less at once. */
  public static final int PIECE = 1 << 20;

  public StoredFile {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    if (bytes < 1 || pieces < 1) {
      throw new IllegalArgumentException("a file has a byte at least");
    }
  }

  public boolean isKept(Instant now) {
    return now.isBefore(createdAt.plus(KEPT));
  }
}
