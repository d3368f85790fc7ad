package io.tuco.connectors.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmCall.Authority;
import io.tuco.core.crm.CrmPaces;
import java.net.URLEncoder;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The calls' common shape (HubSpot contract, section 1). */
final class Calls {

  /** The pacing window of searches. */
  static final String SEARCH = "search";

  private static final Pattern RECORD_ID = Pattern.compile("[0-9]{1,20}");
  private static final Map<String, String> JSON =
      Map.of("Accept", "application/json", "Content-Type", "application/json");

  private Calls() {}

  static CrmCall get(String path) {
    return call("GET", path, new byte[0], true, CrmPaces.PLAIN);
  }

  /** Changes what is there: twice is once. */
  static CrmCall patch(String path, JsonNode body) {
    return call("PATCH", path, Json.bytes(body), true, CrmPaces.PLAIN);
  }

  /** Makes something anew each time. */
  static CrmCall make(String path, JsonNode body) {
    return call("POST", path, Json.bytes(body), false, CrmPaces.PLAIN);
  }

  /** A POST that comes to the same however often it is made. */
  static CrmCall repeatable(String path, JsonNode body) {
    return call("POST", path, Json.bytes(body), true, CrmPaces.PLAIN);
  }

  static CrmCall search(String path, JsonNode body) {
    return call("POST", path, Json.bytes(body), true, SEARCH);
  }

  /** A form that carries its credentials itself. */
  static CrmCall form(String path, Map<String, String> fields, boolean isRepeatable) {
    var body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + escaped(field.getValue()))
            .collect(Collectors.joining("&"));
    var headers =
        Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded");
    return new CrmCall(
        "POST", path, headers, body.getBytes(UTF_8), Authority.NONE, isRepeatable, CrmPaces.PLAIN);
  }

  /** For a query or a form. */
  static String escaped(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** For one part of a path, where a plus is a plus. */
  static String segment(String text) {
    return escaped(text).replace("+", "%20");
  }

  /** Ids come from requests too; what is none must not become part of a path. */
  static boolean isRecordId(String text) {
    return RECORD_ID.matcher(text).matches();
  }

  private static CrmCall call(
      String method, String path, byte[] body, boolean isRepeatable, String pace) {
    return new CrmCall(method, path, JSON, body, Authority.CONNECTION, isRepeatable, pace);
  }
}
