package io.tuco.core.event;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL with an authority, taken apart but not judged: {@code scheme://host[:port][/path][?query]}.
 *
 * <p>The one parser of users' URLs. Stricter than browsers: nothing is trimmed, escaped, unescaped
 * or repaired, because what one program repairs another reads as a different host.
 *
 * @param adorned whether there is user info or a fragment
 */
record UrlParts(
    String scheme,
    boolean adorned,
    UrlHost host,
    OptionalInt port,
    String pathAndQuery,
    String text) {

  private static final int MAX_LENGTH = 4096;
  private static final int MAX_PORT = 65_535;

  // RFC 3986, and in the query the three characters that half the web leaves unescaped there.
  private static final Pattern URL =
      Pattern.compile(
          "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*+)://(?<authority>[^/?#\\\\]++)"
              + "(?<path>/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*+)?+"
              + "(?<query>\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%\\[\\]|-]*+)?+"
              + "(?<fragment>#.*)?",
          Pattern.DOTALL);

  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<user>.*@)?(?<host>\\[[0-9A-Fa-f:.]++\\]|[^:@\\[\\]]++)(?::(?<port>[0-9]{1,5}))?",
          Pattern.DOTALL);

  private static final Pattern NEVER = Pattern.compile("[\\x00-\\x20\\x7f-\\x9f\\u2028\\u2029]");
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** The parts, or nothing if the text is no such URL. */
  static Optional<UrlParts> parse(String text) {
    if (text.length() > MAX_LENGTH
        || NEVER.matcher(text).find()
        || BROKEN_ESCAPE.matcher(text).find()) {
      return Optional.empty();
    }
    return Optional.of(URL.matcher(text)).filter(Matcher::matches).flatMap(UrlParts::split);
  }

  private static Optional<UrlParts> split(Matcher url) {
    return Optional.of(AUTHORITY.matcher(url.group("authority")))
        .filter(authority -> authority.matches() && isPort(authority.group("port")))
        .flatMap(
            authority ->
                UrlHostParser.parse(authority.group("host"))
                    .map(host -> assemble(url, authority, host)));
  }

  private static UrlParts assemble(Matcher url, Matcher authority, UrlHost host) {
    var port = authority.group("port");
    return new UrlParts(
        url.group("scheme").toLowerCase(Locale.ROOT),
        authority.group("user") != null || url.group("fragment") != null,
        host,
        port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port)),
        orElse(url.group("path"), "/") + orElse(url.group("query"), ""),
        url.group());
  }

  private static boolean isPort(@Nullable String digits) {
    return digits == null || isPort(Integer.parseInt(digits));
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= MAX_PORT;
  }

  private static String orElse(@Nullable String text, String other) {
    return text == null ? other : text;
  }
}
