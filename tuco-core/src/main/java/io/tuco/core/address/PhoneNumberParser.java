package io.tuco.core.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.Optional;
import java.util.regex.Pattern;

/** The only place that speaks with libphonenumber, and what it may be asked at all. */
final class PhoneNumberParser {

  /** Before the library sees the text: it would read letters, extensions and other digits. */
  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,17}");

  private static final Pattern PUNCTUATION = Pattern.compile("[ .()-]");
  private static final int MAX_RAW_LENGTH = 64;
  private static final Pattern COUNTRY_CODE = Pattern.compile("\\+[1-9][0-9]{0,2}");
  private static final String NO_REGION = "ZZ";

  /** Of codes that belong to no country, such as {@code +800}. */
  private static final String NO_COUNTRY = "001";

  private PhoneNumberParser() {}

  static Parsed<PhoneNumber> parse(String raw, String region) {
    if (raw.length() > MAX_RAW_LENGTH) {
      return Parsed.refused("The phone number is too long");
    }
    var digits = PUNCTUATION.matcher(raw).replaceAll("");
    if (digits.isEmpty()) {
      return Parsed.refused("The phone number is empty");
    }
    if (!DIGITS.matcher(digits).matches()) {
      return Parsed.refused("A phone number is digits with an optional leading +");
    }
    return ask(PhoneNumberUtil.getInstance(), digits, region);
  }

  static Optional<String> regionOf(String countryCode) {
    return Optional.of(countryCode)
        .filter(text -> COUNTRY_CODE.matcher(text).matches())
        .map(text -> Integer.parseInt(text.substring(1)))
        .map(PhoneNumberUtil.getInstance()::getRegionCodeForCountryCode)
        .filter(region -> !region.equals(NO_REGION) && !region.equals(NO_COUNTRY));
  }

  private static Parsed<PhoneNumber> ask(PhoneNumberUtil library, String digits, String region) {
    try {
      return judge(library, digits, library.parseAndKeepRawInput(digits, region));
    } catch (NumberParseException e) {
      return Parsed.refused(reasonFor(e.getErrorType()));
    }
  }

  private static Parsed<PhoneNumber> judge(
      PhoneNumberUtil library, String digits, Phonenumber.PhoneNumber number)
      throws NumberParseException {
    // 011… or 00… means different things in different countries; the + does not.
    if (number.getCountryCodeSource() == CountryCodeSource.FROM_NUMBER_WITH_IDD) {
      return Parsed.refused("An international phone number needs a leading +");
    }
    // isPossibleNumber() would also say yes to seven digits that only work within one town.
    if (library.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
      return Parsed.refused("The phone number has a length its country does not use");
    }
    var text = library.format(number, PhoneNumberFormat.E164);
    // What came as E.164 has been read back by now.
    return PhoneNumber.isE164(text) && (text.equals(digits) || readsBack(library, text))
        ? Parsed.accepted(new PhoneNumber(text))
        : Parsed.refused("The phone number has no single E.164 form");
  }

  /**
   * The library drops one national prefix per reading. A number with two of them would become
   * another one, and so another key, each time it passes through here.
   */
  private static boolean readsBack(PhoneNumberUtil library, String text)
      throws NumberParseException {
    var again = library.parse(text, NO_REGION);
    return library.format(again, PhoneNumberFormat.E164).equals(text);
  }

  private static String reasonFor(NumberParseException.ErrorType type) {
    return type == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
        ? "The phone number has no known country code"
        : "The phone number has a length no country uses";
  }
}
