package io.tuco.camel.http.v1;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.util.Optional;

/** Phone numbers and e-mail addresses, normalised as on {@code /api}. */
final class Handles {

  private Handles() {}

  static Optional<Address> parse(String text, String region) {
    return text.indexOf('@') >= 0
        ? EmailAddress.parse(text).value().map(Address.class::cast)
        : PhoneNumber.parse(text, region).value().map(Address.class::cast);
  }
}
