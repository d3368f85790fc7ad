package io.tuco.camel.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Requests made from the document; the same seed and number give the same request. */
final class Fuzzer {

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");
  private static final List<String> QUERIES =
      List.of(
          "page",
          "page=",
          "&&==&",
          "%",
          "a=%zz",
          "page=1&page=2",
          "authorization=x",
          "page=%EF%BC%91",
          "limit=1e2");
  private static final List<String> TYPES =
      List.of(
          "application/json; charset=utf-16",
          "application/merge-patch+json",
          "text/plain",
          "",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=b");

  private static final int FACADES = 4;

  private final FuzzKeys keys;
  private final Random random;

  Fuzzer(FuzzKeys keys, Random random) {
    this.keys = keys;
    this.random = random;
  }

  FuzzRequest next() {
    var document = random.nextInt(FACADES) == 0 ? ApiDocument.v1() : ApiDocument.ours();
    var operation =
        random.nextInt(5) == 0 ? send(document) : FuzzWords.pick(document.served(), random);
    var method = random.nextInt(40) == 0 ? FuzzWords.pick(METHODS, random) : operation.method();
    return new FuzzRequest(
        method, path(operation), query(operation), headers(operation), body(operation));
  }

  /** The one with the most to go wrong. */
  private static DocumentedOperation send(ApiDocument document) {
    return document
        .find("POST", "/api/messages")
        .or(() -> document.find("POST", "/v1/messages"))
        .orElseThrow();
  }

  private byte[] body(DocumentedOperation operation) {
    return operation.hasBody() && random.nextInt(40) > 0
        ? new FuzzBodies(operation.document(), random).of(operation)
        : new byte[0];
  }

  private String path(DocumentedOperation operation) {
    var path = operation.path();
    for (var parameter : in(operation, "path")) {
      var id = FuzzWords.id(parameter.path("x-id-of").asText(), random);
      path =
          path.replace(
              "{" + parameter.path("name").asText() + "}", encoded(id).replace("+", "%20"));
    }
    return random.nextInt(100) == 0 ? path + "/" + encoded(FuzzWords.strange(random)) : path;
  }

  private String query(DocumentedOperation operation) {
    if (random.nextInt(30) == 0) {
      return FuzzWords.pick(QUERIES, random);
    }
    return in(operation, "query").stream()
        .filter(parameter -> random.nextInt(3) == 0)
        .map(parameter -> parameter.path("name").asText() + "=" + encoded(word(parameter)))
        .collect(Collectors.joining("&"));
  }

  private String word(JsonNode parameter) {
    if (parameter.has("x-id-of")) {
      return FuzzWords.id(parameter.path("x-id-of").asText(), random);
    }
    var choices = parameter.path("schema").path("enum");
    if (choices.size() > 0 && random.nextInt(4) > 0) {
      return choices.path(random.nextInt(choices.size())).asText();
    }
    return parameter.path("schema").path("type").asText().equals("integer")
        ? FuzzWords.pick(
            List.of("1", "2", "100", "101", "0", "-1", "999999999", "9999999999", "1.0", "ten", ""),
            random)
        : FuzzWords.text(parameter.path("name").asText(), random);
  }

  private Map<String, Object> headers(DocumentedOperation operation) {
    Map<String, Object> headers = new HashMap<>();
    headers.put(random.nextInt(20) == 0 ? "X-API-Key" : "Authorization", keys.any(random));
    if (operation.hasBody()) {
      headers.put(
          "Content-Type",
          random.nextInt(25) == 0 ? FuzzWords.pick(TYPES, random) : "application/json");
    }
    if (random.nextInt(6) == 0) {
      headers.put(
          "Idempotency-Key",
          random.nextInt(4) == 0 ? FuzzWords.strange(random) : "k-" + random.nextInt(6));
    }
    if (random.nextInt(10) == 0) {
      headers.put("x-correlation-id", FuzzWords.strange(random));
    }
    if (random.nextInt(10) == 0) {
      headers.put("X-Request-Id", random.nextBoolean() ? "mine-1" : FuzzWords.strange(random));
    }
    if (random.nextInt(20) == 0) {
      headers.put(
          "Prefer",
          FuzzWords.pick(List.of("wait=0", "wait=-1", "wait=x", "respond-async", "wait"), random));
    }
    return headers;
  }

  private static List<JsonNode> in(DocumentedOperation operation, String place) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.path("in").asText().equals(place))
        .collect(Collectors.toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
