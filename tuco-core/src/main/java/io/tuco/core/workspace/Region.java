package io.tuco.core.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the country of phone numbers without a country code: ISO 3166 alpha-2, in capitals. */
public final class Region {

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private Region() {}

  public static Optional<String> parse(String text) {
    return Optional.of(text).filter(COUNTRIES::contains);
  }
}
