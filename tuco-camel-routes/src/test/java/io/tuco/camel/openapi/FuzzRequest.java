package io.tuco.camel.openapi;

import io.tuco.camel.http.DirectApi;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that nobody may have thought of.
 *
 * @param path as it would stand on the wire, without the query
 * @param query without the question mark; empty for none
 */
record FuzzRequest(
    String method, String path, String query, Map<String, Object> headers, byte[] body) {

  private static final int SHOWN = 2_000;

  DirectApi.Answer to(DirectApi api) {
    var operation =
        ApiDocument.of(path)
            .find(method, path)
            .map(DocumentedOperation::name)
            .filter(name -> !NotYetServed.OPERATIONS.contains(name))
            .orElse(path.startsWith("/v1/") ? "* /v1" : "* /api");
    // Whatever takes everything else is told the method by its header alone.
    return api.seen(operation, method, query.isEmpty() ? path : path + "?" + query, headers, body);
  }

  @Override
  public String toString() {
    var text = new String(body, StandardCharsets.UTF_8);
    return method
        + " "
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + " "
        + headers
        + " "
        + (text.length() > SHOWN ? text.substring(0, SHOWN) + "… " + body.length + " bytes" : text);
  }
}
