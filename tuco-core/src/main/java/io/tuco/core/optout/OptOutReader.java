package io.tuco.core.optout;

import io.tuco.core.message.Heard;
import io.tuco.core.message.Heard.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what a text asks of us (API contract, section 9; settled answer 23). Single words count
 * when they are the whole message, phrases anywhere, unless a negation stands right before them;
 * free wording by rules. What might be a wish and might not is {@link Kind#DOUBTFUL}.
 */
public final class OptOutReader {

  private static final Set<String> START = Set.of("start", "unstop", "yes");
  private static final Set<String> HELP = Set.of("help", "info", "ayuda", "aide", "hilfe", "ajuda");

  /** "Don't you dare stop …", "no need to …": the words that turn a wish into its opposite. */
  private static final Pattern NEGATION =
      Pattern.compile(
          "(?:^| )(?:dont|do not|does not|doesnt|didnt|did not|wont|will not|wouldnt|would not|never"
              + "|not|cant|cannot|can not|no need to|no reason to|nunca|jamais|nicht|kein)"
              + "(?: (?:you|u|dare|ever|please|pls|want|wish|need|to|like|going|plan|planning"
              + "|intend|just)){0,4} $");

  private static final Pattern THREAT = Pattern.compile("(?:^| )if (?:you |u )?$");

  private OptOutReader() {}

  /** The reading of one text, or of one mail's text. */
  public static Heard read(String text) {
    var words = ReplyWords.of(text);
    if (words.all().isEmpty()) {
      return Heard.of(Kind.NOTHING);
    }
    if (START.contains(words.all())) {
      return Heard.of(Kind.START);
    }
    if (HELP.contains(words.all())) {
      return Heard.of(Kind.HELP);
    }
    return StopWords.wholeMessage(words.all())
        .or(() -> inAClause(words))
        .or(() -> StopWords.asAClause(words.clauses()))
        .map(Heard::stop)
        .orElseGet(() -> Heard.of(isDoubtful(words) ? Kind.DOUBTFUL : Kind.NOTHING));
  }

  private static Optional<String> inAClause(ReplyWords words) {
    return words.clauses().stream().flatMap(clause -> wish(clause).stream()).findFirst();
  }

  private static Optional<String> wish(String clause) {
    return StopWordings.MEANT.stream()
        .flatMap(wording -> wording.matcher(clause).results())
        .filter(found -> !NEGATION.matcher(clause.substring(0, found.start())).find())
        .map(found -> StopWords.upper(found.group().strip()))
        .findFirst()
        .or(() -> firstOf(clause));
  }

  /** Wordings that hold their own negation. */
  private static Optional<String> firstOf(String clause) {
    return StopWordings.DENIED.stream()
        .flatMap(wording -> wording.matcher(clause).results())
        .map(found -> StopWords.upper(found.group().strip()))
        .findFirst();
  }

  private static boolean isDoubtful(ReplyWords words) {
    return StopWords.isDoubtful(words.all())
        || words.clauses().stream().anyMatch(clause -> hints(clause) || isThreat(clause));
  }

  private static boolean hints(String clause) {
    return StopWordings.HINTS.stream().anyMatch(hint -> hint.matcher(clause).find());
  }

  /** "If you don't stop texting me …": negated, and yet no praise. */
  private static boolean isThreat(String clause) {
    return StopWordings.MEANT.stream()
        .flatMap(wording -> wording.matcher(clause).results())
        .map(found -> NEGATION.matcher(clause.substring(0, found.start())))
        .anyMatch(
            negation -> negation.find() && THREAT.matcher(before(clause, negation.start())).find());
  }

  private static String before(String clause, int start) {
    return clause.substring(0, start) + " ";
  }
}
