package io.tuco.core.message;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts in which a text travels over the mobile network, which is what it costs (3GPP TS 23.038
 * and 23.040). What a carrier makes of it may differ; this is the estimate that can be computed.
 *
 * @param units septets in GSM-7, 16-bit units in UCS-2
 * @param parts the text, cut where the network cuts it; none for an empty text
 */
public record SmsSegments(Alphabet alphabet, int units, List<String> parts) {

  /** What one character of the text makes of all the others. */
  public enum Alphabet {
    /** 7 bits a character, for most of what is written in Latin letters. */
    GSM_7(160, 153),
    /** 16 bits a character, as soon as one is not in GSM-7. */
    UCS_2(70, 67);

    private final int alone;
    private final int joined;

    /** A joined part gives 6 of its 140 bytes to a header that says where it belongs. */
    Alphabet(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }

    private int unitsOf(int codePoint) {
      return this == UCS_2 ? Character.charCount(codePoint) : GsmAlphabet.septetsOf(codePoint);
    }
  }

  public SmsSegments {
    parts = List.copyOf(parts);
  }

  public static SmsSegments of(String text) {
    var alphabet =
        text.codePoints().allMatch(GsmAlphabet::contains) ? Alphabet.GSM_7 : Alphabet.UCS_2;
    var units = text.codePoints().map(alphabet::unitsOf).sum();
    return new SmsSegments(alphabet, units, parts(text, alphabet, units));
  }

  public int count() {
    return parts.size();
  }

  private static List<String> parts(String text, Alphabet alphabet, int units) {
    if (units <= alphabet.alone) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    var parts = new ArrayList<String>();
    for (var start = 0; start < text.length(); start += parts.get(parts.size() - 1).length()) {
      parts.add(text.substring(start, endOfPart(text, alphabet, start)));
    }
    return parts;
  }

  /** Neither an escape and its character nor the halves of a surrogate pair are parted. */
  private static int endOfPart(String text, Alphabet alphabet, int start) {
    var end = start;
    var room = alphabet.joined;
    while (end < text.length() && alphabet.unitsOf(text.codePointAt(end)) <= room) {
      room -= alphabet.unitsOf(text.codePointAt(end));
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }
}
