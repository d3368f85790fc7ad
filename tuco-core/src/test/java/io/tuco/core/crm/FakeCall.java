package io.tuco.core.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A call to a {@link FakeCrm}, taken apart. Names of headers are in whatever case. */
public record FakeCall(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  public static FakeCall of(
      String method, String target, Map<String, String> headers, byte[] body) {
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

  public String operation() {
    return method + " " + path;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public Optional<String> param(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Map<String, String> form() {
    return form(text());
  }

  public String text() {
    return new String(body, UTF_8);
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
