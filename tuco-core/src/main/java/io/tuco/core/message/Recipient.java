package io.tuco.core.message;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.util.Optional;

/** Whom this message names: the addresses of the request, completed from the lead at accept. */
public record Recipient(
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    Optional<String> name,
    AddressOrder order) {

  public static Recipient nobody() {
    return new Recipient(
        Optional.empty(), Optional.empty(), Optional.empty(), AddressOrder.documented());
  }

  public boolean isEmpty() {
    return phone.isEmpty() && email.isEmpty();
  }
}
