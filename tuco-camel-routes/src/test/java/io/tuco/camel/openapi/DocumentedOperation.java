package io.tuco.camel.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** An operation of the document. */
public record DocumentedOperation(String method, String path, JsonNode node, ApiDocument document) {

  /** Such as {@code POST /api/messages}. */
  public String name() {
    return method + " " + path;
  }

  public boolean takes(String concrete) {
    var places = path.split("/");
    var segments = concrete.split("/");
    return places.length == segments.length
        && IntStream.range(0, places.length)
            .allMatch(at -> places[at].startsWith("{") || places[at].equals(segments[at]));
  }

  public String scope() {
    return node.path("x-scope").asText();
  }

  /** {@code read}, {@code write}, {@code stop} or {@code lookup}. */
  public String access() {
    return node.path("x-access").asText();
  }

  public boolean hasBody() {
    return node.has("requestBody");
  }

  /** The schema of the body; an empty one where there is no body. */
  public JsonNode bodySchema() {
    return node.has("requestBody")
        ? document.resolved(node.at("/requestBody/content/application~1json/schema"))
        : JsonNodeFactory.instance.objectNode();
  }

  /** A body that is taken. */
  public JsonNode exampleBody() {
    return bodySchema().path("examples").path(0);
  }

  public List<JsonNode> parameters() {
    return StreamSupport.stream(node.path("parameters").spliterator(), false)
        .map(document::resolved)
        .collect(Collectors.toList());
  }

  public Optional<JsonNode> response(int status) {
    return Optional.ofNullable(node.path("responses").get(Integer.toString(status)))
        .map(document::resolved);
  }

  public List<Integer> statuses() {
    var all = new ArrayList<Integer>();
    node.path("responses").fieldNames().forEachRemaining(name -> all.add(Integer.valueOf(name)));
    return all;
  }

  /** Every error that is documented, each text by itself. */
  public List<DocumentedError> errors() {
    return statuses().stream()
        .filter(status -> status >= 400)
        .flatMap(status -> DocumentedError.of(this, status).stream())
        .collect(Collectors.toList());
  }

  @Override
  public String toString() {
    return name();
  }
}
