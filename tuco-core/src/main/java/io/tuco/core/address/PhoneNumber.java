package io.tuco.core.address;

import java.util.Optional;

/**
 * A phone number in E.164 form: {@code +}, country code, subscriber number, 7 to 15 digits in all.
 *
 * <p>It is <em>possible</em> (its length fits its country), which is less than valid: test numbers
 * and ranges younger than the library must pass (tuco-api contract, section 2.1; settled 19).
 */
public record PhoneNumber(String value) implements Address {

  private static final int LEAST_DIGITS = 7;
  private static final int MOST_DIGITS = 15;

  public PhoneNumber {
    if (!isE164(value)) {
      throw new IllegalArgumentException("A phone number must be in E.164 form");
    }
  }

  /**
   * Reads what a person or a CRM wrote; spaces, dots, dashes and parentheses are ignored.
   *
   * <p>A number of another country needs its leading {@code +}. Refused are letters, extensions,
   * URIs, digits of other scripts, control characters and lengths the country does not have.
   *
   * @param region the country of numbers without {@code +}, ISO 3166 alpha-2 in capitals
   */
  public static Parsed<PhoneNumber> parse(String raw, String region) {
    return PhoneNumberParser.parse(raw, region);
  }

  /** The region whose numbers have this country code, such as {@code +44}. */
  public static Optional<String> regionOf(String countryCode) {
    return PhoneNumberParser.regionOf(countryCode);
  }

  /** Asked of every number that is read from the store. */
  static boolean isE164(String text) {
    var digits = text.length() - 1;
    return digits >= LEAST_DIGITS
        && digits <= MOST_DIGITS
        && text.charAt(0) == '+'
        && text.charAt(1) != '0'
        && isDigits(text, 1);
  }

  private static boolean isDigits(String text, int from) {
    for (var place = from; place < text.length(); place++) {
      if (text.charAt(place) < '0' || text.charAt(place) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public AddressKind kind() {
    return AddressKind.PHONE;
  }
}
