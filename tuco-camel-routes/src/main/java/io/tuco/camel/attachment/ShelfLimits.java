package io.tuco.camel.attachment;

import java.time.Duration;

/**
 * How long and how much is kept.
 *
 * @param tries fetches of one file before it is given up, and {@code pause} between them
 * @param life of a file since its fetch; after that the URL is asked again
 * @param refusalLife the same for a file that could not be had
 * @param holdLife how long a file stays for a message that never says it is done: longer than the
 *     calls of one attempt may take
 * @param totalBytes on disk; only files in use may exceed it
 */
public record ShelfLimits(
    int tries,
    Duration pause,
    Duration life,
    Duration refusalLife,
    Duration holdLife,
    long totalBytes) {

  public static ShelfLimits documented() {
    return new ShelfLimits(
        3,
        Duration.ofSeconds(10),
        Duration.ofMinutes(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(20),
        1L << 30);
  }
}
