package io.tuco.camel.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place of an operation where an id of ours may stand.
 *
 * @param in {@code path}, {@code query}, {@code body}, or the name of an array in the body whose
 *     items have it
 * @param kind what the id is of
 * @param isArray whether several of them stand there
 */
record IdPlace(
    DocumentedOperation operation, String in, String name, String kind, boolean isArray) {

  static List<IdPlace> all(ApiDocument document) {
    return document.served().stream()
        .flatMap(operation -> of(operation).stream())
        .collect(Collectors.toList());
  }

  /** The path and the query with that id in this place, and ours in all others that need one. */
  String target(String id) {
    var path = operation.path();
    var query = "";
    for (var parameter : operation.parameters()) {
      var known = parameter.path("name").asText();
      var chosen = known.equals(name) && parameter.path("in").asText().equals(in);
      var value = chosen ? id : TwoTenants.own(parameter.path("x-id-of").asText("message"));
      path = path.replace("{" + known + "}", value);
      if (parameter.path("in").asText().equals("query")
          && (chosen || parameter.path("required").asBoolean())) {
        query += (query.isEmpty() ? "?" : "&") + known + "=" + value;
      }
    }
    return path + query;
  }

  /** The example of a body, with that id in this place; empty where there is no body. */
  String body(String id) {
    if (!operation.hasBody()) {
      return "";
    }
    var body = (ObjectNode) operation.exampleBody().deepCopy();
    body.fieldNames().forEachRemaining(field -> fill(body, field));
    if (in.equals("body")) {
      var field = operation.bodySchema().path("properties").path(name);
      field.path("x-instead-of").forEach(other -> body.remove(other.asText()));
      put(body, id);
    } else if (body.path(in).isArray()) {
      put((ObjectNode) body.path(in).path(0), id);
    }
    return body.toString();
  }

  @Override
  public String toString() {
    return operation.name() + " " + in + " " + name;
  }

  private void put(ObjectNode object, String id) {
    object.set(
        name,
        isArray
            ? JsonNodeFactory.instance.arrayNode().add(id)
            : JsonNodeFactory.instance.textNode(id));
  }

  /** The ids of an example are nobody's: ours take their place. */
  private void fill(ObjectNode body, String field) {
    var kind = operation.bodySchema().path("properties").path(field).path("x-id-of").asText();
    if (!kind.isEmpty() && body.path(field).isTextual()) {
      body.put(field, TwoTenants.own(kind));
    }
  }

  private static List<IdPlace> of(DocumentedOperation operation) {
    var places = new ArrayList<IdPlace>();
    for (var parameter : operation.parameters()) {
      if (parameter.has("x-id-of")) {
        places.add(
            new IdPlace(
                operation,
                parameter.path("in").asText(),
                parameter.path("name").asText(),
                parameter.path("x-id-of").asText(),
                false));
      }
    }
    collect(operation, "body", operation.bodySchema(), places);
    return places;
  }

  private static void collect(
      DocumentedOperation operation, String in, JsonNode schema, List<IdPlace> places) {
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              var field = property.getValue();
              if (field.has("x-id-of")) {
                places.add(
                    new IdPlace(
                        operation,
                        in,
                        property.getKey(),
                        field.path("x-id-of").asText(),
                        field.path("type").toString().contains("array")));
              }
              if (in.equals("body") && field.has("items")) {
                var items = operation.document().resolved(field.path("items"));
                collect(operation, property.getKey(), items, places);
              }
            });
  }
}
