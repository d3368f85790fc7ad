package io.tuco.camel.http.api;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.util.Optional;

/**
 * An address as a client names it, and what it stands for.
 *
 * @param said as it came, for the answer to repeat
 * @param address empty where it is neither a phone nor an e-mail
 */
record AddressWords(String said, Optional<Address> address) {

  /**
   * @param region the country of numbers without {@code +}
   */
  static AddressWords of(String text, String region) {
    var said = text.strip();
    return new AddressWords(said, parsed(said, region));
  }

  /** The same of a query, where a plus that was not escaped came as a blank. */
  static AddressWords ofQuery(String text, String region) {
    var isNumber = text.startsWith(" ") && !text.isBlank() && text.indexOf('@') < 0;
    return of(isNumber ? "+" + text.strip() : text, region);
  }

  private static Optional<Address> parsed(String text, String region) {
    return text.indexOf('@') < 0
        ? PhoneNumber.parse(text, region).value().map(Address.class::cast)
        : EmailAddress.parse(text).value().map(Address.class::cast);
  }
}
