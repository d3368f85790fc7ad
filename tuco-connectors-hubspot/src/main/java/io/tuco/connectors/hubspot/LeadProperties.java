package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A lead as properties of a HubSpot contact; only what is empty there is filled. */
final class LeadProperties {

  private final CrmContext context;
  private final ContactWanted wanted;

  LeadProperties(CrmContext context, ContactWanted wanted) {
    this.context = context;
    this.wanted = wanted;
  }

  /** The e-mail to search by: HubSpot's only unique key, so it comes before any phone. */
  Optional<EmailAddress> email() {
    return wanted.address() instanceof EmailAddress email
        ? Optional.of(email)
        : wanted.lead().addresses().email();
  }

  Optional<PhoneNumber> phone() {
    return phones().findFirst();
  }

  /** What HubSpot takes as it is: names, company and numbers. */
  ObjectNode plain(JsonNode there) {
    var fill = Json.object();
    var lead = wanted.lead();
    fill(fill, there, Properties.FIRST_NAME, lead.name().first());
    fill(fill, there, Properties.LAST_NAME, lead.name().last());
    fill(fill, there, Properties.COMPANY, lead.profile().companyName());
    fill(fill, there, Properties.JOB_TITLE, lead.profile().jobTitle());
    fillPhones(fill, there);
    return fill;
  }

  /** Everything, also what the portal may refuse: another contact's e-mail, an owner, a value. */
  ObjectNode all(JsonNode there) {
    var fill = plain(there);
    fill(fill, there, Properties.EMAIL, email().map(Address::value));
    fill(fill, there, Properties.OWNER, wanted.ownerId());
    var known = wanted.lead().profile().customFields();
    context
        .mapping()
        .customFields()
        .forEach(
            (property, key) -> fill(fill, there, property, Optional.ofNullable(known.get(key))));
    return fill;
  }

  private void fillPhones(ObjectNode fill, JsonNode there) {
    var missing = new ArrayList<>(phones().map(PhoneNumber::value).toList());
    missing.removeAll(numbers(context, there).stream().map(PhoneNumber::value).toList());
    for (var property : List.of(Properties.PHONE, Properties.MOBILE)) {
      if (!missing.isEmpty() && Json.field(there, property).isEmpty()) {
        fill.put(property, missing.remove(0));
      }
    }
  }

  private Stream<PhoneNumber> phones() {
    var addresses = wanted.lead().addresses();
    var asked =
        wanted.address() instanceof PhoneNumber phone ? Stream.of(phone) : Stream.<PhoneNumber>of();
    return Stream.of(asked, addresses.phone().stream(), addresses.altPhones().stream())
        .flatMap(numbers -> numbers)
        .distinct();
  }

  /** The numbers of a contact, as far as they are any; without a country, the workspace's. */
  static List<PhoneNumber> numbers(CrmContext context, JsonNode properties) {
    return Stream.of(Properties.PHONE, Properties.MOBILE)
        .flatMap(name -> Json.field(properties, name).stream())
        .flatMap(raw -> PhoneNumber.parse(raw, context.region()).value().stream())
        .toList();
  }

  private static void fill(
      ObjectNode fill, JsonNode there, String property, Optional<String> value) {
    value
        .filter(text -> !text.isBlank() && Json.field(there, property).isEmpty())
        .ifPresent(text -> fill.put(property, text));
  }
}
