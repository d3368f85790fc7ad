package io.tuco.core.optout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Single words and short sayings that end everything when they are all that is said. */
final class StopWords {

  /** API contract, section 9; then what people make of it with their thumbs. */
  static final Set<String> ENGLISH =
      Set.of("stop", "stopall", "end", "quit", "cancel", "revoke", "unsubscribe");

  private static final Set<String> ENGLISH_TOO =
      Set.of(
          "stop all",
          "stop it",
          "quit it",
          "optout",
          "opt out",
          "no more",
          "unsub",
          "unsubscribed",
          "unsubscribe all",
          "remove",
          "remove from list",
          "stop spam");

  static final Set<String> SPANISH =
      Set.of(
          "no mas",
          "alto",
          "parar",
          "detener",
          "cancelar",
          "baja",
          "eliminar",
          "basta",
          "basta ya",
          "ya basta",
          "no molestar");

  static final Set<String> FRENCH =
      Set.of(
          "arret",
          "arreter",
          "arretez",
          "arrete",
          "desabonner",
          "desabonnement",
          "desinscrire",
          "desinscription",
          "desabonnez moi");

  static final Set<String> GERMAN =
      Set.of(
          "stopp",
          "abmelden",
          "abmeldung",
          "abbestellen",
          "austragen",
          "kundigen",
          "kuendigen",
          "aufhoren",
          "aufhoeren");

  static final Set<String> PORTUGUESE =
      Set.of("pare", "parem", "parar", "sair", "descadastrar", "remover", "cancelar inscricao");

  /** Words that may stand around a stop without changing it. */
  private static final Pattern POLITE =
      Pattern.compile(
          "(?:please|pls|plz|plse|kindly|just|now|immediately|already|asap|ok|okay|hi|hey|hello|yo"
              + "|thanks|thank you|thank u|thanks a lot|thx|ty|tks|i said|i mean it|no|bro|man|dude|sir"
              + "|svp|sil vous plait|merci|bitte|danke|por favor|favor|gracias|obrigado|obrigada)");

  private static final Pattern BEFORE = Pattern.compile("^(?:" + POLITE + " )+");
  private static final Pattern AFTER = Pattern.compile("(?: " + POLITE + ")+$");

  /** Letters held down, swapped or doubled. */
  private static final Pattern TYPED_STOP = Pattern.compile("s+t+op+|stpo|sotp|tsop|stiop|stopo");

  /** As whole words they are orders to us; in company they may be orders for something else. */
  private static final Set<String> OF_TWO_MINDS =
      Set.of("cancel", "end", "quit", "revoke", "cancelar", "baja", "alto", "remove", "remover");

  private static final List<Set<String>> ALL =
      List.of(ENGLISH, ENGLISH_TOO, SPANISH, FRENCH, GERMAN, PORTUGUESE);

  private StopWords() {}

  /** The word that the whole message is. */
  static Optional<String> wholeMessage(String all) {
    return word(all)
        .or(() -> Optional.of(bare(all)).filter(StopWords::isPlain).flatMap(StopWords::word));
  }

  /** The order that stands alone at the beginning, or at the end, of a longer message. */
  static Optional<String> asAClause(List<String> clauses) {
    return List.of(clauses.get(0), clauses.get(clauses.size() - 1)).stream()
        .map(StopWords::bare)
        .filter(clause -> typed(clause).equals("stop") || clause.equals("unsubscribe"))
        .map(StopWords::upper)
        .findFirst();
  }

  /** An order that may be meant for an appointment. */
  static boolean isDoubtful(String all) {
    return OF_TWO_MINDS.contains(bare(all));
  }

  private static Optional<String> word(String said) {
    var word = typed(once(said));
    return ALL.stream().anyMatch(words -> words.contains(word))
        ? Optional.of(upper(word))
        : Optional.empty();
  }

  private static boolean isPlain(String said) {
    return !OF_TWO_MINDS.contains(said);
  }

  private static String bare(String said) {
    return AFTER.matcher(BEFORE.matcher(said).replaceFirst("")).replaceFirst("");
  }

  /** "Stop stop stop" is said once. */
  private static String once(String said) {
    var words = List.of(said.split(" "));
    return Set.copyOf(words).size() == 1 ? words.get(0) : said;
  }

  private static String typed(String word) {
    return TYPED_STOP.matcher(word).matches() && !word.equals("stopp") ? "stop" : word;
  }

  static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
