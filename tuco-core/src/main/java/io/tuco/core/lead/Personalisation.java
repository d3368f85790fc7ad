package io.tuco.core.lead;

import io.tuco.core.message.Content;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills placeholders into a text: {@code {{name}}}, {@code {{name|fallback}}} and the same in
 * single braces (tuco-api contract, section 2.7).
 *
 * <p>One pass: what was filled in is never looked at again, so a lead called {@code {{email}}}
 * stays those characters. Names are case-sensitive; spaces around names and fallbacks do not count.
 * Braces that form no placeholder stay as typed. Time is linear in the text.
 */
public final class Personalisation {

  // Possessive throughout: a run between two braces is read a few times at most, so a text of
  // opening braces costs no more than any other.
  private static final String INSIDE = "([^{}|]*+)(?:\\|([^{}]*+))?+";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{" + INSIDE + "\\}\\}|\\{" + INSIDE + "\\}");

  private static final int DOUBLE_BRACED = 1;
  private static final int SINGLE_BRACED = 3;

  private Personalisation() {}

  /**
   * The text with every placeholder resolved.
   *
   * <p>A known name without value gives its fallback, else nothing; an unknown one its fallback,
   * else nothing in double braces and itself in single ones, which people also type for themselves.
   *
   * @param values by name; a name that is known but has no value is there with {@code ""}
   */
  public static String fill(String template, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(match -> Matcher.quoteReplacement(resolve(match, values)));
  }

  /** The same of a message's words, unless they are to be taken as they are. */
  public static String fill(Content content, Map<String, String> values) {
    return content.manner().literal() ? content.text() : fill(content.text(), values);
  }

  private static String resolve(MatchResult match, Map<String, String> values) {
    var doubled = match.group(DOUBLE_BRACED) != null;
    var group = doubled ? DOUBLE_BRACED : SINGLE_BRACED;
    var name = match.group(group).strip();
    if (name.isEmpty()) {
      return match.group();
    }
    var value = values.getOrDefault(name, "");
    if (!value.isEmpty()) {
      return value;
    }
    var unresolved = doubled || values.containsKey(name) ? "" : match.group();
    return Optional.ofNullable(match.group(group + 1)).map(String::strip).orElse(unresolved);
  }
}
