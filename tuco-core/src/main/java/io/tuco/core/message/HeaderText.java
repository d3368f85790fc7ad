package io.tuco.core.message;

/**
 * What may stand in the head of an e-mail: in a subject, a person's name, a file name (e-mail
 * contract, section 3).
 *
 * <p>A character that some reader takes for the end of a line would begin a header of the sender's
 * choice. Such text is refused, never cleaned.
 */
public final class HeaderText {

  private static final int DEL = 0x7f;
  private static final int NEXT_LINE = 0x85;
  private static final int LINE_SEPARATOR = 0x2028;
  private static final int PARAGRAPH_SEPARATOR = 0x2029;

  private HeaderText() {}

  public static boolean isAllowed(String text) {
    return text.codePoints().allMatch(HeaderText::isAllowed);
  }

  public static boolean isAllowed(int codePoint) {
    return codePoint >= ' '
        && codePoint != DEL
        && codePoint != NEXT_LINE
        && codePoint != LINE_SEPARATOR
        && codePoint != PARAGRAPH_SEPARATOR;
  }

  /**
   * The first line of a text that was written as a text, for want of a subject: it ends at the
   * first character that is not allowed, once it says anything, and after {@code longest}
   * characters.
   */
  public static String firstLine(String text, int longest) {
    var start = text.codePoints().dropWhile(c -> !isAllowed(c) || Character.isWhitespace(c));
    return start
        .takeWhile(HeaderText::isAllowed)
        .limit(longest)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
