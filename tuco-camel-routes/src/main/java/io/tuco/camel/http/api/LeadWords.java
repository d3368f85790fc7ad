package io.tuco.camel.http.api;

import io.tuco.camel.json.JsonReader;
import io.tuco.core.Change;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.AlternatesChange;
import io.tuco.core.lead.LeadAddressesChange;
import io.tuco.core.lead.LeadChange;
import io.tuco.core.lead.LeadProfileChange;
import io.tuco.core.message.CrmIds;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a client says about a lead (API contract, section 8): what is absent stays, null and
 * blank text clear. What cannot be read leaves its refusal in the body.
 */
final class LeadWords {

  private final JsonReader body;
  private final String region;

  private LeadWords(JsonReader body, String region) {
    this.body = body;
    this.region = region;
  }

  /**
   * @param region the country of numbers without {@code +}
   */
  static LeadChange read(JsonReader body, String region) {
    var words = new LeadWords(body, region);
    return new LeadChange(
        words.text("firstName"),
        words.text("lastName"),
        words.addresses(),
        words.profile(),
        words.text("contactOwnerEmail"),
        words.crm());
  }

  private LeadAddressesChange addresses() {
    return new LeadAddressesChange(
        phone("phone"),
        email("email"),
        alternates("altPhone", this::phone),
        alternates("altEmail", this::email));
  }

  private LeadProfileChange profile() {
    return new LeadProfileChange(
        text("companyName"),
        text("jobTitle"),
        text("linkedinUrl"),
        text("notes"),
        text("externalId"),
        body.change("customFields", body.plainValues("customFields")),
        body.change("tags", body.texts("tags")));
  }

  private CrmIds crm() {
    return new CrmIds(id("ghlContactId"), id("ghlLocationId"), id("hsContactId"), Optional.empty());
  }

  private Change<PhoneNumber> phone(String field) {
    return filled(field, text -> PhoneNumber.parse(text, region).value());
  }

  private Change<EmailAddress> email(String field) {
    return filled(field, text -> EmailAddress.parse(text).value());
  }

  private Change<String> text(String field) {
    return filled(field, text -> Optional.of(text.strip()));
  }

  private Optional<String> id(String field) {
    return body.text(field).map(String::strip).filter(text -> !text.isEmpty());
  }

  private <T> Change<T> filled(String field, Function<String, Optional<T>> parse) {
    return body.text(field).filter(String::isBlank).isPresent()
        ? Change.toNothing()
        : body.change(field, body.parsed(field, parse));
  }

  private static <A extends Address> AlternatesChange<A> alternates(
      String field, Function<String, Change<A>> read) {
    return new AlternatesChange<>(
        read.apply(field + 1), read.apply(field + 2), read.apply(field + 3));
  }
}
