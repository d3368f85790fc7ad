package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.intake.RecordedVerdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A refused record on its way to the topic of the refused, with the reason beside it. */
record RejectedSend(SendRecord record, RecordedVerdict verdict) {

  static final String ERROR = "tuco-error";
  static final String CODE = "tuco-error-code";
  private static final String VALUE_OMITTED = "tuco-value-omitted";

  /** Its own headers, without those that would speak to Camel instead of to a reader. */
  Map<String, Object> headers() {
    var headers = new LinkedHashMap<String, Object>();
    record.headers().entrySet().stream()
        .filter(header -> !isOfCamel(header.getKey()))
        .forEach(header -> headers.put(header.getKey(), header.getValue()));
    headers.putAll(reason());
    return headers;
  }

  /** Where the whole is too large for the topic, what is left: the key and the reason. */
  Map<String, Object> headersWithoutValue() {
    var headers = reason();
    headers.put(VALUE_OMITTED, "true".getBytes(UTF_8));
    return headers;
  }

  private Map<String, Object> reason() {
    var headers = new LinkedHashMap<String, Object>();
    headers.put(ERROR, verdict.error().getBytes(UTF_8));
    headers.put(CODE, verdict.code().getBytes(UTF_8));
    return headers;
  }

  private static boolean isOfCamel(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("camel")
        || lower.startsWith("kafka.")
        || lower.startsWith("org.apache.camel");
  }
}
