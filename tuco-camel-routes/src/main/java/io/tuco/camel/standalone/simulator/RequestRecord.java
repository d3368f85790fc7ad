package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A request the relay was asked, without anything secret: no query string, no password, and the
 * callback URLs in the body without their query, which carries the callback's secret.
 *
 * @param dropped the relay was down and read no more than the first line
 */
record RequestRecord(
    Instant at, String device, String method, String path, JsonNode body, boolean dropped) {

  RequestRecord {
    body = withoutSecrets(body);
  }

  private static JsonNode withoutSecrets(JsonNode body) {
    if (!(body instanceof ObjectNode given) || !(given.has("url") || given.has("password"))) {
      return body;
    }
    var copy = given.deepCopy();
    copy.remove("password");
    Json.string(given, "url").ifPresent(url -> copy.put("url", url.replaceFirst("[?#].*", "")));
    return copy;
  }

  ObjectNode json() {
    var node =
        Json.object()
            .put("at", Json.iso(at))
            .put("device", device)
            .put("method", method)
            .put("path", path);
    node.set("body", body);
    return dropped ? node.put("dropped", true) : node;
  }
}
