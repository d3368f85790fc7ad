package io.tuco.camel.mongo;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.Alternates;
import io.tuco.core.lead.LeadAddresses;
import org.bson.Document;

/** The addresses of a lead, each alternate in its numbered place. */
final class LeadAddressesDocument {

  private LeadAddressesDocument() {}

  static Document of(LeadAddresses addresses) {
    return new DocumentWriter()
        .put("phone", addresses.phone())
        .put("email", addresses.email())
        .put("altPhones", places(addresses.altPhones()))
        .put("altEmails", places(addresses.altEmails()))
        .document();
  }

  static LeadAddresses read(DocumentReader reader) {
    return new LeadAddresses(
        reader.phone("phone"),
        reader.email("email"),
        phones(reader.part("altPhones")),
        emails(reader.part("altEmails")));
  }

  private static Document places(Alternates<?> alternates) {
    return new DocumentWriter()
        .put("first", alternates.first())
        .put("second", alternates.second())
        .put("third", alternates.third())
        .document();
  }

  private static Alternates<PhoneNumber> phones(DocumentReader reader) {
    return new Alternates<>(reader.phone("first"), reader.phone("second"), reader.phone("third"));
  }

  private static Alternates<EmailAddress> emails(DocumentReader reader) {
    return new Alternates<>(reader.email("first"), reader.email("second"), reader.email("third"));
  }
}
