package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.secret.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Builds a document. An absent value is left out, so null is never stored; instants become BSON
 * dates (milliseconds), what has a text of its own becomes that text.
 */
final class DocumentWriter {

  private final Document document = new Document();

  DocumentWriter put(String name, Object value) {
    document.put(name, encoded(value));
    return this;
  }

  DocumentWriter put(String name, Optional<?> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  <T> DocumentWriter put(String name, Collection<T> values, Function<T, ?> shape) {
    List<Object> shaped =
        values.stream().map(value -> encoded(shape.apply(value))).collect(Collectors.toList());
    document.put(name, shaped);
    return this;
  }

  /** A list of texts; left out when there is none. */
  DocumentWriter putAny(String name, Collection<String> texts) {
    return texts.isEmpty() ? this : put(name, texts, Function.<String>identity());
  }

  Document document() {
    return document;
  }

  private static Object encoded(Object value) {
    if (value instanceof Instant instant) {
      return Date.from(instant);
    }
    if (value instanceof Duration || value instanceof LocalTime || value instanceof ZoneId) {
      return value.toString();
    }
    if (value instanceof Address address) {
      return address.value();
    }
    return value instanceof Sealed sealed ? sealed.text() : plain(value);
  }

  private static Object plain(Object value) {
    if (value instanceof String
        || value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof Document) {
      return value;
    }
    throw new IllegalArgumentException("no document holds a " + value.getClass().getSimpleName());
  }
}
