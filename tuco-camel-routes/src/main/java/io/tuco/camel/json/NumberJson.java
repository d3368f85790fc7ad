package io.tuco.camel.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** ECMAScript's Number::toString: the fewest digits that read back as the same double. */
final class NumberJson {

  /** Where ECMAScript turns to exponents: from 1e21 upwards and below 1e-6. */
  private static final int MAX_INTEGER_DIGITS = 21;

  private static final int MAX_LEADING_ZEROS = 5;
  private static final double EXACT_INTEGERS = 0x1p53;

  private NumberJson() {}

  static String text(Number number) {
    var value = number.doubleValue();
    if (!Double.isFinite(value)) {
      return "null";
    }
    // Also -0, which ECMAScript writes without its sign.
    if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS) {
      return Long.toString((long) value);
    }
    return (value < 0 ? "-" : "") + layOut(shortest(Math.abs(value)));
  }

  /**
   * The JDK's own text is not always the shortest before 19, hence Jackson's. Both write two digits
   * where one would do (4.9E-324).
   */
  private static BigDecimal shortest(double value) {
    var decimal = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
    if (decimal.precision() != 2) {
      return decimal;
    }
    var oneDigit = decimal.setScale(decimal.scale() - 1, RoundingMode.HALF_UP);
    return oneDigit.doubleValue() == value ? oneDigit.stripTrailingZeros() : decimal;
  }

  private static String layOut(BigDecimal decimal) {
    var digits = decimal.unscaledValue().toString();
    var point = digits.length() - decimal.scale();
    if (point > MAX_INTEGER_DIGITS || point < -MAX_LEADING_ZEROS) {
      return scientific(digits, point - 1);
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return point >= digits.length()
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String scientific(String digits, int exponent) {
    var fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
