package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpRequest;
import io.tuco.core.IdGenerator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id that follows a message from request to webhook (API contract, section 1): the header's,
 * else the body's, else a new one. What is not 1 to 255 visible ASCII characters counts as not
 * given, since it would travel on in headers.
 */
final class CorrelationIds {

  static final String HEADER = "x-correlation-id";

  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final IdGenerator ids;

  CorrelationIds(IdGenerator ids) {
    this.ids = ids;
  }

  String of(HttpRequest request, Optional<String> inBody) {
    return request
        .header(HEADER)
        .filter(CorrelationIds::isVisible)
        .or(() -> inBody.filter(CorrelationIds::isVisible))
        .orElseGet(() -> "app_" + ids.uuid());
  }

  private static boolean isVisible(String id) {
    return VISIBLE.matcher(id).matches();
  }
}
