package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.Parsed;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.lead.Alternates;
import io.tuco.core.lead.LeadAddresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The addresses of a contact that can be written to, in the CRM's order. */
record ContactAddresses(List<PhoneNumber> phones, List<EmailAddress> emails) {

  ContactAddresses {
    phones = List.copyOf(phones);
    emails = List.copyOf(emails);
  }

  /** What cannot be read is left out: a CRM has all sorts of text in these fields. */
  static ContactAddresses of(CrmContact contact, String region) {
    return new ContactAddresses(
        read(contact.phones().stream().map(raw -> PhoneNumber.parse(raw, region))),
        read(contact.emails().stream().map(EmailAddress::parse)));
  }

  boolean isEmpty() {
    return phones.isEmpty() && emails.isEmpty();
  }

  /** Phones first. */
  List<Address> all() {
    return Stream.<Address>concat(phones.stream(), emails.stream()).toList();
  }

  ContactAddresses keeping(Predicate<Address> wanted) {
    return new ContactAddresses(
        phones.stream().filter(wanted).toList(), emails.stream().filter(wanted).toList());
  }

  /** These first: the lead is the contact. What it had before stays while there is room. */
  LeadAddresses over(LeadAddresses there) {
    return new LeadAddresses(
        phones.stream().findFirst().or(there::phone),
        emails.stream().findFirst().or(there::email),
        following(phones, there.phone(), there.altPhones()),
        following(emails, there.email(), there.altEmails()));
  }

  /** These where there is room: the lead has addresses of its own. */
  LeadAddresses under(LeadAddresses there) {
    return new LeadAddresses(
        there.phone().or(() -> phones.stream().findFirst()),
        there.email().or(() -> emails.stream().findFirst()),
        completed(phones, there.phone(), there.altPhones()),
        completed(emails, there.email(), there.altEmails()));
  }

  private static <A extends Address> List<A> read(Stream<Parsed<A>> parsed) {
    return parsed.flatMap(each -> each.value().stream()).distinct().toList();
  }

  private static <A extends Address> Alternates<A> following(
      List<A> ours, Optional<A> primary, Alternates<A> alternates) {
    var first = ours.stream().findFirst();
    if (first.isEmpty() || first.equals(primary)) {
      return completed(ours, primary, alternates);
    }
    // The old primary takes the place that the new one leaves, or the first free one.
    var kept = alternates.keeping(address -> !address.equals(first.get()));
    var rest = new ArrayList<A>();
    primary.ifPresent(rest::add);
    rest.addAll(ours);
    return completed(rest, first, kept);
  }

  /** The places as they are, the free ones filled. */
  private static <A extends Address> Alternates<A> completed(
      List<A> more, Optional<A> primary, Alternates<A> alternates) {
    var own = primary.or(() -> more.stream().findFirst());
    var known = alternates.stream().toList();
    var fresh =
        new ArrayList<>(
            more.stream()
                .filter(address -> !own.equals(Optional.of(address)) && !known.contains(address))
                .toList());
    var places = new ArrayList<Optional<A>>();
    for (var place : alternates.places()) {
      places.add(place.isPresent() || fresh.isEmpty() ? place : Optional.of(fresh.remove(0)));
    }
    return new Alternates<>(places.get(0), places.get(1), places.get(2));
  }
}
