package io.tuco.camel.http;

import io.tuco.camel.json.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer of our facades.
 *
 * @param body a JSON tree: maps, lists, strings, numbers, booleans, nulls
 * @param content what is answered instead of the body, where it is no JSON document
 */
public record HttpAnswer(
    int status,
    Map<String, ? extends @Nullable Object> body,
    Map<String, String> headers,
    Optional<HttpContent> content) {

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public static HttpAnswer of(int status, Map<String, ? extends @Nullable Object> body) {
    return new HttpAnswer(status, body, Map.of(), Optional.empty());
  }

  public static HttpAnswer of(int status, JsonFields body) {
    return of(status, body.tree());
  }

  public static HttpAnswer error(int status, String text) {
    return of(status, new JsonFields().put("error", text));
  }

  public static HttpAnswer error(int status, String text, String code) {
    return of(status, new JsonFields().put("error", text).put("code", code));
  }

  public static HttpAnswer success() {
    return of(200, new JsonFields().put("success", true));
  }

  /** What is read while it is answered. */
  public static HttpAnswer streaming(HttpContent content) {
    return new HttpAnswer(200, Map.of(), Map.of(), Optional.of(content));
  }

  /** What was asked for is to be read there. */
  public static HttpAnswer redirect(String url) {
    return of(302, new JsonFields()).with("Location", url);
  }

  /** Done, and nothing to say: an answer without a body. */
  public static HttpAnswer nothing() {
    return of(204, new JsonFields());
  }

  /** The same with another body. */
  public HttpAnswer withBody(JsonFields other) {
    return new HttpAnswer(status, other.tree(), headers, content);
  }

  public HttpAnswer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new HttpAnswer(status, body, more, content);
  }
}
