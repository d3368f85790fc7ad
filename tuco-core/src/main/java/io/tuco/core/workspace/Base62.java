package io.tuco.core.workspace;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** The alphabet of keys, digits before capitals before small letters, and their check. */
final class Base62 {

  /** 62^6 holds any CRC32, 62^5 does not. */
  static final int CHECK_LENGTH = 6;

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Base62() {}

  static String random(RandomGenerator random, int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  static boolean covers(String text) {
    return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  /** CRC32 of the characters, most significant digit first, filled up with {@code 0}. */
  static String checkOf(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    var check = new char[CHECK_LENGTH];
    var rest = crc.getValue();
    for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
      check[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(check);
  }
}
