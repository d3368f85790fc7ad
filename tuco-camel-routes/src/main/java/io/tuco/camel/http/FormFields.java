package io.tuco.camel.http;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a form as the server took them apart: a value, or a list of a repeated field's. */
final class FormFields {

  private FormFields() {}

  static Map<String, List<String>> of(Map<?, ?> body) {
    Map<String, List<String>> fields = new HashMap<>();
    body.forEach((name, value) -> fields.put(String.valueOf(name), texts(value)));
    return fields;
  }

  private static List<String> texts(Object value) {
    var values = value instanceof Collection<?> many ? many.stream() : Stream.of(value);
    return values.map(String::valueOf).toList();
  }
}
