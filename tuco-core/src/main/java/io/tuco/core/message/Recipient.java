package io.tuco.core.message;

import io.tuco.core.address.Address;
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

  /** The address that comes first. */
  public Optional<Address> first() {
    Optional<Address> number = phone.map(address -> address);
    Optional<Address> mail = email.map(address -> address);
    return order.emailFirst() ? mail.or(() -> number) : number.or(() -> mail);
  }

  public boolean isEmpty() {
    return phone.isEmpty() && email.isEmpty();
  }
}
