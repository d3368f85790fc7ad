package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Reads what {@link DocumentWriter} wrote. A value that must be there and is not is a failure. */
record DocumentReader(Document document) {

  String text(String name) {
    return required(name, String.class);
  }

  Optional<String> optionalText(String name) {
    return optional(name, String.class);
  }

  Instant instant(String name) {
    return required(name, Date.class).toInstant();
  }

  Optional<Instant> optionalInstant(String name) {
    return optional(name, Date.class).map(Date::toInstant);
  }

  int number(String name) {
    return required(name, Number.class).intValue();
  }

  Optional<Integer> optionalNumber(String name) {
    return optional(name, Number.class).map(Number::intValue);
  }

  long bigNumber(String name) {
    return required(name, Number.class).longValue();
  }

  Optional<Long> optionalBigNumber(String name) {
    return optional(name, Number.class).map(Number::longValue);
  }

  boolean flag(String name) {
    return required(name, Boolean.class);
  }

  Optional<Boolean> optionalFlag(String name) {
    return optional(name, Boolean.class);
  }

  Optional<PhoneNumber> phone(String name) {
    return optionalText(name).map(PhoneNumber::new);
  }

  Optional<EmailAddress> email(String name) {
    return optionalText(name).map(EmailAddress::new);
  }

  Address address(String name) {
    return addressOf(text(name));
  }

  List<Address> addresses(String name) {
    return texts(name).stream().map(DocumentReader::addressOf).collect(Collectors.toList());
  }

  List<String> texts(String name) {
    return elements(name).map(String.class::cast).collect(Collectors.toList());
  }

  DocumentReader part(String name) {
    return new DocumentReader(required(name, Document.class));
  }

  Optional<DocumentReader> optionalPart(String name) {
    return optional(name, Document.class).map(DocumentReader::new);
  }

  List<DocumentReader> parts(String name) {
    return elements(name)
        .map(part -> new DocumentReader((Document) part))
        .collect(Collectors.toList());
  }

  /** The constant whose stored name stands in this field. */
  <E> E constant(String name, E[] all, Function<E, String> wire) {
    var stored = text(name);
    return constantOf(stored, all, wire);
  }

  <E> Optional<E> optionalConstant(String name, E[] all, Function<E, String> wire) {
    return optionalText(name).map(stored -> constantOf(stored, all, wire));
  }

  static <E> E constantOf(String stored, E[] all, Function<E, String> wire) {
    return Stream.of(all)
        .filter(each -> wire.apply(each).equals(stored))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a newer version stored " + stored));
  }

  private static Address addressOf(String text) {
    return text.indexOf('@') < 0 ? new PhoneNumber(text) : new EmailAddress(text);
  }

  private Stream<?> elements(String name) {
    return optional(name, List.class).stream().flatMap(list -> ((List<?>) list).stream());
  }

  private <T> T required(String name, Class<T> type) {
    return optional(name, type)
        .orElseThrow(() -> new IllegalStateException("a stored document lacks " + name));
  }

  private <T> Optional<T> optional(String name, Class<T> type) {
    return Optional.ofNullable(document.get(name)).map(type::cast);
  }
}
