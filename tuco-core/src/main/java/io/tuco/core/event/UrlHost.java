package io.tuco.core.event;

import java.net.InetAddress;
import java.util.Optional;

/**
 * The host of a URL: a name to look up, an address written out, or an address in disguise.
 *
 * @param address the address of a {@link Kind#LITERAL}
 */
record UrlHost(Kind kind, String text, Optional<InetAddress> address) {

  enum Kind {
    NAME,
    LITERAL,
    /** A spelling some resolvers take for an address and others do not. */
    DISGUISED
  }

  static UrlHost name(String text) {
    return new UrlHost(Kind.NAME, text, Optional.empty());
  }

  static UrlHost literal(InetAddress address) {
    return new UrlHost(Kind.LITERAL, address.getHostAddress(), Optional.of(address));
  }

  static UrlHost disguised(String text) {
    return new UrlHost(Kind.DISGUISED, text, Optional.empty());
  }

  boolean isLocalhost() {
    return text.equals("localhost") || text.endsWith(".localhost");
  }
}
