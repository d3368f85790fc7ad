package io.tuco.connectors.ghl.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A call, taken apart. */
record FakeCall(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  static FakeCall of(String method, String target, Map<String, String> headers, byte[] body) {
    var mark = target.indexOf('?');
    var lower = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    lower.putAll(headers);
    return new FakeCall(
        method,
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? Map.of() : form(target.substring(mark + 1)),
        lower,
        body);
  }

  String operation() {
    return method + " " + path;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> param(String name) {
    return Optional.ofNullable(query.get(name));
  }

  Map<String, String> form() {
    return form(text());
  }

  String text() {
    return new String(body, UTF_8);
  }

  ObjectNode json() {
    try {
      return body.length == 0
          ? Json.object()
          : Json.MAPPER.readTree(body) instanceof ObjectNode object ? object : Json.object();
    } catch (JsonProcessingException e) {
      return Json.object();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> form(String text) {
    var values = new TreeMap<String, String>();
    Arrays.stream(text.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> values.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])));
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
