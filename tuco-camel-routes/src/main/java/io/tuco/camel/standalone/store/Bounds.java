package io.tuco.camel.standalone.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a condition says about one field, in the bytes of {@link KeyBytes} for an ascending field:
 * either some values, each exactly, or one range of values.
 *
 * @param points the values, in order and each once; empty when this is a range or when nothing can
 *     match
 * @param range the range, or {@code null} when these are points
 */
record Bounds(List<byte[]> points, @Nullable KeyRange range) {

  /** Exactly these values; {@code null} when one of them is none that an index can look up. */
  static @Nullable Bounds ofPoints(Collection<?> values) {
    List<byte[]> points = new ArrayList<>();
    for (Object value : values) {
      if (!isScalar(value)) {
        return null;
      }
      points.add(KeyBytes.of(value));
    }
    points.sort(Arrays::compareUnsigned);
    return new Bounds(distinct(points), null);
  }

  /** The comparison with this operand, among values of the operand's type as MongoDB has it. */
  static @Nullable Bounds ofComparison(String operator, @Nullable Object operand) {
    if (operand == null || !isScalar(operand) || TypeOrder.of(operand) == TypeOrder.NULL) {
      return null;
    }
    byte[] value = KeyBytes.of(operand);
    byte[] type = {TypeOrder.of(operand).code()};
    KeyRange range =
        switch (operator) {
          case "$gt" -> new KeyRange(KeyRange.after(value), KeyRange.after(type), 0);
          case "$gte" -> new KeyRange(value, KeyRange.after(type), 0);
          case "$lt" -> new KeyRange(type, value, 0);
          case "$lte" -> new KeyRange(type, KeyRange.after(value), 0);
          default -> throw new IllegalArgumentException("Not a comparison: " + operator);
        };
    return new Bounds(List.of(), range);
  }

  boolean isPoints() {
    return range == null;
  }

  /** Both at once; where that is not one of our shapes, the narrower of the two. */
  Bounds and(Bounds other) {
    if (range == null) {
      return this;
    }
    return other.range == null ? other : new Bounds(List.of(), range.intersection(other.range));
  }

  /** Documents and arrays match in more ways than one; so do patterns. They are left to a scan. */
  private static boolean isScalar(@Nullable Object value) {
    return switch (TypeOrder.of(value)) {
      case DOCUMENT, ARRAY, REGEX, CODE, MIN_KEY, MAX_KEY, EMPTY_ARRAY -> false;
      default -> true;
    };
  }

  private static List<byte[]> distinct(List<byte[]> sorted) {
    List<byte[]> distinct = new ArrayList<>(sorted.size());
    for (byte[] each : sorted) {
      if (distinct.isEmpty() || !Arrays.equals(distinct.get(distinct.size() - 1), each)) {
        distinct.add(each);
      }
    }
    return distinct;
  }
}
