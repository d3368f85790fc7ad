package io.tuco.camel.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of our facades.
 *
 * @param body a JSON tree: maps, lists, strings, numbers, booleans
 */
public record HttpAnswer(int status, Map<String, ?> body, Map<String, String> headers) {

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public static HttpAnswer of(int status, Map<String, ?> body) {
    return new HttpAnswer(status, body, Map.of());
  }

  public static HttpAnswer error(int status, String text) {
    return of(status, Map.of("error", text));
  }

  public HttpAnswer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, body, more);
  }
}
