package io.tuco.camel.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes path and query apart, once; what cannot be decoded stays as it was typed. */
final class RequestTarget {

  private RequestTarget() {}

  static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (var part : path.split("/")) {
      if (!part.isEmpty()) {
        // In a path, unlike in a query, a plus is a plus.
        segments.add(decoded(part.replace("+", "%2B")));
      }
    }
    return segments;
  }

  static Map<String, String> query(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (var pair : raw.split("&")) {
      var equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      var value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        parameters.putIfAbsent(decoded(name), decoded(value));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
