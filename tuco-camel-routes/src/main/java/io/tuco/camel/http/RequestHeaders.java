package io.tuco.camel.http;

import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * The headers we let in. Camel puts query parameters and form fields among the headers, so that a
 * key in a URL would pass for one in a header: a name that query or form carry too, or a header
 * sent twice, counts as not sent.
 */
final class RequestHeaders {

  /** A list by its definition, which may be sent in several lines (RFC 7240, section 2). */
  private static final String PREFER = "prefer";

  private static final String EXTENSION = "x-";

  private static final String IDEMPOTENCY_KEY = "idempotency-key";

  /** Who sends a key must not find two messages, so one that we cannot read is refused. */
  private static final String UNREADABLE = "";

  private static final Set<String> ALLOWED =
      Set.of(
          "authorization",
          "x-api-key",
          "x-request-id",
          "x-correlation-id",
          "x-filename",
          IDEMPOTENCY_KEY,
          PREFER,
          "if-none-match",
          "x-twilio-signature",
          "i-twilio-idempotency-token",
          "content-type");

  private RequestHeaders() {}

  static Map<String, String> read(Message message, Set<String> queryNames) {
    return read(message, queryNames, ALLOWED);
  }

  /** The same of a call that somebody signs in headers of their own, all of which begin so. */
  static Map<String, String> readExtensions(Message message, Set<String> queryNames) {
    var allowed = new HashSet<>(ALLOWED);
    message.getHeaders().keySet().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.startsWith(EXTENSION))
        .forEach(allowed::add);
    return read(message, queryNames, allowed);
  }

  private static Map<String, String> read(
      Message message, Set<String> queryNames, Set<String> allowed) {
    var spoofed =
        Stream.concat(queryNames.stream(), formNames(message.getBody()))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, String> headers = new HashMap<>();
    for (var name : allowed) {
      if (!spoofed.contains(name) && message.getHeader(name) instanceof String value) {
        headers.put(name, value);
      } else if (name.equals(PREFER)
          && !spoofed.contains(name)
          && message.getHeader(name) instanceof List<?> lines) {
        headers.put(name, lines.stream().map(String::valueOf).collect(Collectors.joining(",")));
      } else if (name.equals(IDEMPOTENCY_KEY) && message.getHeader(name) != null) {
        headers.put(name, UNREADABLE);
      }
    }
    return headers;
  }

  /** An uploaded file hides which fields came with it, so that any name may be one of theirs. */
  private static Stream<String> formNames(@Nullable Object body) {
    if (body instanceof Map<?, ?> fields) {
      return fields.keySet().stream().map(String::valueOf);
    }
    return body instanceof File ? ALLOWED.stream() : Stream.empty();
  }
}
