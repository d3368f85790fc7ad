package io.tuco.core.message;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Counts segments another way: encodes the whole text as it goes over the air, then cuts the codes
 * and looks at what stands on the cut. Shares nothing with {@link SmsSegments}.
 */
record PackedSegments(boolean gsm, int units, int count) {

  private static final int ESCAPE = 0x1B;

  /** The default alphabet by code; 0x1B is the escape, which is no character. */
  private static final String BY_CODE =
      "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5"
          + "\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\uffff\u00c6\u00e6\u00df"
          + "\u00c9 !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "\u00c4\u00d6\u00d1\u00dc\u00a7\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1"
          + "\u00fc\u00e0";

  static PackedSegments of(String text) {
    return septets(text)
        .map(codes -> new PackedSegments(true, codes.length, gsmParts(codes)))
        .orElseGet(() -> ucs2(text));
  }

  private static Optional<int[]> septets(String text) {
    var codes = new int[text.length() * 2];
    var length = 0;
    for (var character : text.toCharArray()) {
      var extended = extension(character);
      if (extended >= 0) {
        codes[length++] = ESCAPE;
        codes[length++] = extended;
      } else if (character != '\uffff' && BY_CODE.indexOf(character) >= 0) {
        codes[length++] = BY_CODE.indexOf(character);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOf(codes, length));
  }

  private static int extension(char character) {
    return switch (character) {
      case '\f' -> 0x0A;
      case '^' -> 0x14;
      case '{' -> 0x28;
      case '}' -> 0x29;
      case '\\' -> 0x2F;
      case '[' -> 0x3C;
      case '~' -> 0x3D;
      case ']' -> 0x3E;
      case '|' -> 0x40;
      case '\u20ac' -> 0x65;
      default -> -1;
    };
  }

  private static int gsmParts(int[] codes) {
    if (codes.length <= 160) {
      return codes.length == 0 ? 0 : 1;
    }
    var parts = 0;
    for (var at = 0; at < codes.length; parts++) {
      at += codes.length - at > 153 && codes[at + 152] == ESCAPE ? 152 : 153;
    }
    return parts;
  }

  private static PackedSegments ucs2(String text) {
    var bytes = new byte[text.length() * 2];
    ByteBuffer.wrap(bytes).asCharBuffer().put(text);
    return new PackedSegments(false, bytes.length / 2, ucs2Parts(bytes));
  }

  private static int ucs2Parts(byte[] bytes) {
    if (bytes.length <= 140) {
      return 1;
    }
    var parts = 0;
    for (var at = 0; at < bytes.length; parts++) {
      at += bytes.length - at > 134 && isPair(bytes, at + 132) ? 132 : 134;
    }
    return parts;
  }

  private static boolean isPair(byte[] bytes, int at) {
    return (bytes[at] & 0xFC) == 0xD8 && (bytes[at + 2] & 0xFC) == 0xDC;
  }
}
