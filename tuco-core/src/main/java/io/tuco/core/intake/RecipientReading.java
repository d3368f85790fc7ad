package io.tuco.core.intake;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.Parsed;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.Alternates;
import io.tuco.core.message.AddressOrder;
import io.tuco.core.message.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the addresses of a request; the first one that cannot be read is the refusal. */
final class RecipientReading {

  private final String region;
  private final List<Rejection> refusals = new ArrayList<>();

  private final Recipient recipient;
  private final Alternates<PhoneNumber> altPhones;
  private final Alternates<EmailAddress> altEmails;

  RecipientReading(RecipientWords words, String region) {
    this.region = region;
    var phone = phone(words.phone(), "recipientPhone");
    var email = email(words.email(), "recipientEmail");
    this.altPhones = alternates(words.altPhones(), "altPhone", this::phone);
    this.altEmails = alternates(words.altEmails(), "altEmail", this::email);
    this.recipient =
        new Recipient(
            phone,
            email,
            words.name().map(String::strip).filter(name -> !name.isEmpty()),
            new AddressOrder(
                phone.isEmpty() && email.isPresent(), words.tryAlternates().orElse(true)));
  }

  Optional<Rejection> refusal() {
    return refusals.stream().findFirst();
  }

  Recipient recipient() {
    return recipient;
  }

  Alternates<PhoneNumber> altPhones() {
    return altPhones;
  }

  Alternates<EmailAddress> altEmails() {
    return altEmails;
  }

  private Optional<PhoneNumber> phone(Optional<String> raw, String field) {
    return address(raw, field, text -> PhoneNumber.parse(text, region));
  }

  private Optional<EmailAddress> email(Optional<String> raw, String field) {
    return address(raw, field, EmailAddress::parse);
  }

  private <A extends Address> Optional<A> address(
      Optional<String> raw, String field, Function<String, Parsed<A>> parse) {
    return raw.filter(text -> !text.isBlank())
        .flatMap(
            text -> {
              var parsed = parse.apply(text);
              if (!parsed.isAccepted()) {
                refusals.add(RejectionCode.INVALID_FIELD.rejection(field));
              }
              return parsed.value();
            });
  }

  private interface FieldReader<A> {
    Optional<A> read(Optional<String> raw, String field);
  }

  private static <A extends Address> Alternates<A> alternates(
      List<Optional<String>> words, String field, FieldReader<A> reader) {
    return new Alternates<>(
        reader.read(words.get(0), field + 1),
        reader.read(words.get(1), field + 2),
        reader.read(words.get(2), field + 3));
  }
}
