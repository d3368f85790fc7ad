package io.tuco.camel.channel.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Any text as words of ASCII (RFC 2047), folded, no character torn in two. Half a surrogate pair
 * becomes a question mark.
 */
final class EncodedWords {

  static final String FOLD = "\r\n ";

  private static final int LONGEST_LINE = 75;
  private static final String PREFIX = "=?UTF-8?B?";
  private static final String SUFFIX = "?=";

  private EncodedWords() {}

  /**
   * @param before how much of the first line is taken already
   */
  static String of(String text, int before) {
    List<String> words = new ArrayList<>();
    var room = room(before);
    var word = new ByteArrayOutputStream();
    for (var codePoint : text.codePoints().toArray()) {
      var bytes = Character.toString(codePoint).getBytes(UTF_8);
      if (word.size() + bytes.length > room) {
        words.add(encoded(word));
        word.reset();
        room = room(1);
      }
      word.writeBytes(bytes);
    }
    words.add(encoded(word));
    return String.join(FOLD, words);
  }

  private static String encoded(ByteArrayOutputStream word) {
    return PREFIX + Base64.getEncoder().encodeToString(word.toByteArray()) + SUFFIX;
  }

  /** Four letters carry three bytes. */
  private static int room(int before) {
    return (LONGEST_LINE - before - PREFIX.length() - SUFFIX.length()) / 4 * 3;
  }
}
