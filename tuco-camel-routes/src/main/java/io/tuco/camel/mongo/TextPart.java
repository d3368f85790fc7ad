package io.tuco.camel.mongo;

import java.util.Locale;
import java.util.stream.Collectors;
import org.bson.Document;

/** Finds fields of lower-case text that contain a text, letter for letter. */
final class TextPart {

  private TextPart() {}

  static Document of(String text) {
    var literal =
        text.toLowerCase(Locale.ROOT)
            .codePoints()
            .mapToObj(TextPart::literal)
            .collect(Collectors.joining());
    return new Document("$regex", literal);
  }

  /**
   * A pattern may hold no NUL; other signs of ASCII may mean something, and a backslash ends that.
   */
  private static String literal(int sign) {
    if (sign < ' ' || sign == 0x7f) {
      return "\\x%02x".formatted(sign);
    }
    var text = Character.toString(sign);
    return sign > 0x7f || Character.isLetterOrDigit(sign) ? text : "\\" + text;
  }
}
