package io.tuco.camel.openapi;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An answer of the facade, however it was asked for.
 *
 * @param path without the query
 */
public record SeenAnswer(
    String method, String path, int status, Map<String, String> headers, String body) {

  public SeenAnswer {
    Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    named.putAll(headers);
    headers = named;
  }

  public static SeenAnswer of(HttpResponse<String> response) {
    return new SeenAnswer(
        response.request().method(),
        response.request().uri().getRawPath(),
        response.statusCode(),
        response.headers().map().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> first(header.getValue()))),
        response.body());
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Whether the document speaks of it. */
  boolean isOfTheFacade() {
    return path.startsWith("/api/") || isOfV1();
  }

  boolean isOfV1() {
    return path.startsWith("/v1/") && !path.equals("/v1/openapi.json");
  }

  @Override
  public String toString() {
    return method + " " + path + " -> " + status + " " + body;
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.get(0);
  }
}
