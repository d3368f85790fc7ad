package io.tuco.core.address;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form: {@code +}, country code, subscriber number, 7 to 15 digits in all.
 *
 * <p>It is <em>possible</em> (its length fits its country), which is less than valid: test numbers
 * and ranges younger than the library must pass (tuco-api contract, section 2.1; settled 19).
 */
public record PhoneNumber(String value) implements Address {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

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

  static boolean isE164(String text) {
    return E164.matcher(text).matches();
  }

  @Override
  public AddressKind kind() {
    return AddressKind.PHONE;
  }
}
