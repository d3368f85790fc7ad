package io.tuco.camel.http.api;

import io.tuco.core.workspace.SendDefaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a caller is willing to wait: {@code Prefer: wait=N} (RFC 7240, section 4.3), else the
 * workspace's default. More than the longest wait is the longest wait; other preferences and what
 * is malformed are ignored.
 */
final class WaitPreference {

  static final String APPLIED = "Preference-Applied";

  private static final String NAME = "wait";
  private static final Pattern SECONDS =
      Pattern.compile("\\s*=\\s*(?:(\\d{1,9})|\"(\\d{1,9})\")\\s*(?:;.*)?");

  private WaitPreference() {}

  static Duration of(ApiCall call) {
    return call.request()
        .header("prefer")
        .flatMap(WaitPreference::read)
        .orElse(call.access().workspace().sendDefaults().patience());
  }

  static String text(Duration wait) {
    return NAME + "=" + wait.toSeconds();
  }

  /** The first of several counts, whatever it says. */
  static Optional<Duration> read(String preferences) {
    return elements(preferences).stream()
        .filter(WaitPreference::isWait)
        .findFirst()
        .map(element -> SECONDS.matcher(element.substring(NAME.length())))
        .filter(java.util.regex.Matcher::matches)
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .map(digits -> Duration.ofSeconds(Long.parseLong(digits)))
        .map(WaitPreference::bounded);
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(SendDefaults.LONGEST_WAIT) > 0 ? SendDefaults.LONGEST_WAIT : wait;
  }

  private static boolean isWait(String element) {
    return element.regionMatches(true, 0, NAME, 0, NAME.length())
        && (element.length() == NAME.length()
            || "= \t;".indexOf(element.charAt(NAME.length())) >= 0);
  }

  /** What the commas separate that are in no quotes. */
  private static List<String> elements(String preferences) {
    List<String> elements = new ArrayList<>();
    var quoted = false;
    var from = 0;
    for (var at = 0; at < preferences.length(); at++) {
      var character = preferences.charAt(at);
      if (quoted && character == '\\') {
        at++;
      } else if (character == '"') {
        quoted = !quoted;
      } else if (character == ',' && !quoted) {
        elements.add(preferences.substring(from, at).strip());
        from = at + 1;
      }
    }
    elements.add(preferences.substring(from).strip());
    return elements;
  }
}
