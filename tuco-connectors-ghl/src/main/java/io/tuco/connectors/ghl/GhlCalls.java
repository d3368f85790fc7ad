package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmCall.Authority;
import io.tuco.core.crm.CrmPaces;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls as GHL wants them (contract, section 1): a version per resource, and slashes that count.
 *
 * @param versions by the first part of the path
 */
record GhlCalls(Map<String, String> versions) {

  private static final byte[] NOTHING = {};

  CrmCall get(String path) {
    return call("GET", path, json(path), NOTHING, true);
  }

  /** A call that comes to the same however often it is made. */
  CrmCall repeatable(String method, String path, JsonNode body) {
    return call(method, path, json(path), body.toString().getBytes(UTF_8), true);
  }

  CrmCall once(String method, String path, JsonNode body) {
    return call(method, path, json(path), body.toString().getBytes(UTF_8), false);
  }

  /**
   * A call for a token.
   *
   * @param bearer of the token that it is made with
   */
  CrmCall form(String path, Map<String, String> form, Optional<String> bearer) {
    var headers =
        bearer
            .map(token -> Map.of("Authorization", "Bearer " + token, "Version", version(path)))
            .orElse(Map.of());
    return new CrmCall(
        "POST",
        path,
        with(headers, "application/x-www-form-urlencoded"),
        query(form).getBytes(UTF_8),
        Authority.NONE,
        false,
        CrmPaces.PLAIN);
  }

  static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .sorted()
        .collect(Collectors.joining("&"));
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8).replace("+", "%20");
  }

  private Map<String, String> json(String path) {
    return with(Map.of("Version", version(path)), "application/json");
  }

  private static Map<String, String> with(Map<String, String> headers, String type) {
    var all = new HashMap<>(headers);
    all.put("Content-Type", type);
    all.put("Accept", "application/json");
    return all;
  }

  private String version(String path) {
    return versions.getOrDefault(path.split("/", 3)[1], "");
  }

  private static CrmCall call(
      String method, String path, Map<String, String> headers, byte[] body, boolean repeatable) {
    return new CrmCall(
        method, path, headers, body, Authority.CONNECTION, repeatable, CrmPaces.PLAIN);
  }
}
