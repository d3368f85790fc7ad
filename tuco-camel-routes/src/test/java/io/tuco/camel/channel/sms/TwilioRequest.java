package io.tuco.camel.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as a stand-in for Twilio got it.
 *
 * @param rawQuery as it came, empty when there was none
 * @param rawBody as it came
 * @param headers by name in any case, the first value of each
 */
public record TwilioRequest(
    String method, String path, String rawQuery, String rawBody, Map<String, String> headers) {

  static TwilioRequest of(HttpExchange exchange) throws IOException {
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    var uri = exchange.getRequestURI();
    return new TwilioRequest(
        exchange.getRequestMethod(),
        uri.getRawPath(),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
        Collections.unmodifiableMap(headers));
  }

  public Map<String, List<String>> form() {
    return pairs(rawBody);
  }

  public Map<String, List<String>> query() {
    return pairs(rawQuery);
  }

  public boolean isPost() {
    return method.equals("POST");
  }

  /** {@code user:password}, decoded. */
  public String credentials() {
    var header = headers.getOrDefault("Authorization", "");
    return new String(Base64.getDecoder().decode(header.replaceFirst("^Basic ", "")), UTF_8);
  }

  private static Map<String, List<String>> pairs(String text) {
    return Arrays.stream(text.split("&"))
        .filter(pair -> pair.contains("="))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.groupingBy(
                pair -> URLDecoder.decode(pair[0], UTF_8),
                Collectors.mapping(
                    pair -> URLDecoder.decode(pair[1], UTF_8), Collectors.toList())));
  }
}
