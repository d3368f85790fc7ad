package io.tuco.core.lead;

import io.tuco.core.Change;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;

/** What becomes of a lead's addresses. */
public record LeadAddressesChange(
    Change<PhoneNumber> phone,
    Change<EmailAddress> email,
    AlternatesChange<PhoneNumber> altPhones,
    AlternatesChange<EmailAddress> altEmails) {

  LeadAddresses after(LeadAddresses current) {
    return new LeadAddresses(
        phone.after(current.phone()),
        email.after(current.email()),
        altPhones.after(current.altPhones()),
        altEmails.after(current.altEmails()));
  }
}
