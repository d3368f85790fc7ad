package io.tuco.core.event;

/**
 * A URL that passed {@link UrlRules}, taken apart. A client connects by these parts and never reads
 * the text again: two parsers would be two opinions on where the host ends.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower-case ASCII name without trailing dot, or an IP address without brackets
 * @param port always given, 1 to 65535
 * @param pathAndQuery as sent in the request line, at least {@code /}
 * @param text the URL as it was typed
 */
public record GuardedUrl(String scheme, String host, int port, String pathAndQuery, String text) {

  /** Without path and query: people put tokens there, and logs are read by others. */
  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port + "/…";
  }
}
