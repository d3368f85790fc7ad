package io.tuco.camel.standalone.store;

import java.util.Arrays;

/**
 * The keys from {@code from} up to, but not including, {@code to}.
 *
 * @param orderedFrom where in these keys the part begins by which several ranges are merged
 */
record KeyRange(byte[] from, byte[] to, int orderedFrom) {

  private static final byte[] LOWEST = {};
  private static final byte[] HIGHEST = {(byte) 0xFF};

  static final KeyRange ALL = new KeyRange(LOWEST, HIGHEST, 0);

  /** The keys that begin with these bytes. */
  static KeyRange startingWith(byte[] prefix) {
    return new KeyRange(prefix, after(prefix), 0);
  }

  /** The lowest bytes above all that begin with {@code prefix}. */
  static byte[] after(byte[] prefix) {
    int last = prefix.length - 1;
    while (last >= 0 && prefix[last] == (byte) 0xFF) {
      last--;
    }
    if (last < 0) {
      return HIGHEST;
    }
    byte[] next = Arrays.copyOf(prefix, last + 1);
    next[last]++;
    return next;
  }

  static byte[] inverse(byte[] bytes) {
    byte[] inverse = bytes.clone();
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = (byte) ~inverse[i];
    }
    return inverse;
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  boolean isEmpty() {
    return Arrays.compareUnsigned(from, to) >= 0;
  }

  KeyRange intersection(KeyRange other) {
    byte[] lower = Arrays.compareUnsigned(from, other.from) >= 0 ? from : other.from;
    byte[] upper = Arrays.compareUnsigned(to, other.to) <= 0 ? to : other.to;
    return new KeyRange(lower, upper, 0);
  }

  /**
   * The same values in a descending field. What is at least {@code from} is, inverted, at most its
   * inverse or begins with it; the same for {@code to}.
   */
  KeyRange inverted() {
    return new KeyRange(after(inverse(to)), after(inverse(from)), 0);
  }

  /** These values in the field behind {@code prefix}. */
  KeyRange behind(byte[] prefix) {
    return new KeyRange(joined(prefix, from), joined(prefix, to), 0);
  }

  KeyRange mergedFrom(int offset) {
    return new KeyRange(from, to, offset);
  }
}
