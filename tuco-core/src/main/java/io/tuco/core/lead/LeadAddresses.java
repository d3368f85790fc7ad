package io.tuco.core.lead;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every address of a lead. No two leads of a workspace share one (API contract, section 8). */
public record LeadAddresses(
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    Alternates<PhoneNumber> altPhones,
    Alternates<EmailAddress> altEmails) {

  public static LeadAddresses of(Optional<PhoneNumber> phone, Optional<EmailAddress> email) {
    return new LeadAddresses(phone, email, Alternates.none(), Alternates.none());
  }

  /** All of them, primaries first, without repeats. */
  public List<Address> all() {
    return Stream.<Stream<? extends Address>>of(
            phone.stream(), altPhones.stream(), email.stream(), altEmails.stream())
        .<Address>flatMap(kind -> kind)
        .distinct()
        .collect(Collectors.toList());
  }

  public LeadAddresses mergeAlternates(
      Alternates<PhoneNumber> phones, Alternates<EmailAddress> emails) {
    return new LeadAddresses(phone, email, altPhones.merge(phones), altEmails.merge(emails));
  }

  public LeadAddresses keepingAlternates(Predicate<Address> wanted) {
    return new LeadAddresses(
        phone, email, altPhones.keeping(wanted::test), altEmails.keeping(wanted::test));
  }
}
