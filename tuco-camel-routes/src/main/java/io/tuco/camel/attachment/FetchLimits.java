package io.tuco.camel.attachment;

import java.time.Duration;

/**
 * The bounds of one fetch (webhook contract, section 7).
 *
 * @param maxBytes of the body, as it comes
 * @param lookupLimit for the host's addresses
 * @param connectLimit for a connection, TLS included
 * @param totalLimit from the start to the last byte, redirects included
 * @param redirects how many are followed, each judged like a first URL
 */
public record FetchLimits(
    long maxBytes,
    Duration lookupLimit,
    Duration connectLimit,
    Duration totalLimit,
    int redirects) {

  public FetchLimits {
    if (maxBytes < 1 || redirects < 0) {
      throw new IllegalArgumentException("a fetch brings a byte at least and a redirect at most");
    }
  }

  public static FetchLimits documented(long maxBytes) {
    return new FetchLimits(
        maxBytes, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(60), 3);
  }
}
