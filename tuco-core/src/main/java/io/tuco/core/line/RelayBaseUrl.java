package io.tuco.core.line;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the address of a relay: http or https with a host, and neither user info, query nor
 * fragment, where the relay's password would otherwise end up. It is the operator's, hence any
 * network is fine.
 */
public final class RelayBaseUrl {

  private static final int LONGEST = 2_000;

  private RelayBaseUrl() {}

  /** The address without a slash at its end. */
  public static Optional<String> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new URI(text)).filter(RelayBaseUrl::isPlain).map(RelayBaseUrl::trimmed);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(URI uri) {
    return isHttp(uri)
        && uri.getHost() != null
        && uri.getPort() <= 65_535
        && uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null;
  }

  private static boolean isHttp(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https");
  }

  private static String trimmed(URI uri) {
    return uri.toString().replaceFirst("/+$", "");
  }
}
