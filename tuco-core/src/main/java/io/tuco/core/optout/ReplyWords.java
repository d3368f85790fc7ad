package io.tuco.core.optout;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person said, in plain words: compatibility forms, case, accents, apostrophes, punctuation
 * and emoji are gone, and so is what is not theirs: quoted mail, signatures, reactions to our
 * texts.
 *
 * @param all every word, one space between them
 * @param clauses the same in the parts that punctuation makes
 */
record ReplyWords(String all, List<String> clauses) {

  /** Longer texts ask for something else; their beginning is read. */
  private static final int MOST = 4_000;

  private static final Pattern REACTION =
      Pattern.compile(
          "^\\s*(?:(?:Liked|Loved|Disliked|Laughed at|Emphasi[sz]ed|Questioned|Reacted .{1,24}? to)"
              + "\\s+(?:an? \\w+|[“\"„«].*[”\"“»]))\\s*$",
          Pattern.DOTALL);

  /** Where another's mail begins. */
  private static final Pattern QUOTE_HEAD =
      Pattern.compile(
          "(?m)^\\s*(?:On\\b[^\\n]{1,200}(?:\\n[^\\n]{0,200})?\\bwrote:"
              + "|Am\\b[^\\n]{1,200}(?:\\n[^\\n]{0,200})?\\bschrieb[^\\n]{0,100}:"
              + "|Le\\b[^\\n]{1,200}(?:\\n[^\\n]{0,200})?\\ba écrit\\s*:"
              + "|El\\b[^\\n]{1,200}(?:\\n[^\\n]{0,200})?\\bescribió:"
              + "|Em\\b[^\\n]{1,200}(?:\\n[^\\n]{0,200})?\\bescreveu:"
              + "|-{2,}\\s*(?:Original Message|Forwarded message|Ursprüngliche Nachricht"
              + "|Mensaje original|Message d'origine|Mensagem original)"
              + "|From:\\s[^\\n]{1,200}\\n(?:Sent|Date|To):)");

  private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>.*$");
  private static final Pattern SIGNATURE = Pattern.compile("(?m)^-- ?$");
  private static final Pattern DEVICE_LINE =
      Pattern.compile(
          "(?mi)^\\s*(?:Sent from|Get Outlook for|Gesendet von|Von meinem|Envoyé (?:de|depuis)"
              + "|Enviado (?:desde|do|de))\\b.*$");

  private static final Pattern APOSTROPHES = Pattern.compile("['’‘´`ʼ＇]");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern BREAKS = Pattern.compile("[.,!?;:…\\n\\r]+|\\s[-–—]+\\s|—");
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern SPELLED_OUT = Pattern.compile("\\w(?: \\w){2,}");

  static ReplyWords of(String text) {
    var own = plain(own(text));
    var clauses =
        Arrays.stream(BREAKS.split(own))
            .map(ReplyWords::words)
            .filter(clause -> !clause.isEmpty())
            .collect(Collectors.toUnmodifiableList());
    return new ReplyWords(joined(String.join(" ", clauses)), clauses);
  }

  /** What the person wrote now, without what the mail or the reaction carries along. */
  private static String own(String text) {
    var short_ = text.length() > MOST ? text.substring(0, MOST) : text;
    var written = short_.replace("\r\n", "\n");
    if (REACTION.matcher(written).matches()) {
      return "";
    }
    var head = QUOTE_HEAD.matcher(written);
    var reply = head.find() ? written.substring(0, head.start()) : written;
    var unquoted = QUOTED_LINE.matcher(reply).replaceAll("");
    var signature = SIGNATURE.matcher(unquoted);
    var unsigned = signature.find() ? unquoted.substring(0, signature.start()) : unquoted;
    return DEVICE_LINE.matcher(unsigned).replaceAll("");
  }

  private static String plain(String text) {
    var folded =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss");
    var bare = APOSTROPHES.matcher(folded).replaceAll("");
    return MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
  }

  private static String words(String clause) {
    return NOT_WORDS.matcher(clause).replaceAll(" ").strip();
  }

  /** "S T O P" is a word. */
  private static String joined(String words) {
    return SPELLED_OUT.matcher(words).matches() ? words.replace(" ", "") : words;
  }
}
