package io.tuco.camel.http.openapi;

import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI 3.1 document of the {@code /v1} facade. Sources are short: an operation names its
 * scope, parameters, body, answers and the codes of its errors. An answer is a schema, {@code
 * {"list": schema}} for a page of them, or {@code {"named": schema}} for one of them with the id of
 * the request beside its fields.
 */
public final class V1Document {

  static final List<String> HEADERS = List.of("X-Request-Id", "Access-Control-Allow-Origin");

  private static final String JSON = "application/json";

  private final JsonReader source = SourceFiles.commonOfV1();
  private final V1Errors errors = new V1Errors(source.object("catalogue"));
  private final Map<String, @Nullable Object> paths = new TreeMap<>();
  private final Map<String, @Nullable Object> schemas = new TreeMap<>();

  private V1Document() {}

  /** A JSON tree. */
  public static Map<String, @Nullable Object> tree() {
    var document = new V1Document();
    var areas = SourceFiles.areasOfV1();
    areas.forEach(area -> document.schemas.putAll(area.object("schemas").tree()));
    areas.forEach(document::add);
    return document.assembled();
  }

  private void add(JsonReader area) {
    var operations = area.object("operations");
    for (var place : operations.tree().keySet()) {
      var words = place.split(" ", 2);
      var operation = operation(operations.object(place), area.text("tag").orElseThrow());
      at(words[1]).put(words[0].toLowerCase(Locale.ROOT), operation);
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, @Nullable Object> at(String path) {
    return (Map<String, @Nullable Object>)
        Objects.requireNonNull(
            paths.computeIfAbsent(path, key -> new TreeMap<String, @Nullable Object>()));
  }

  private Map<String, @Nullable Object> operation(JsonReader own, String tag) {
    var fields =
        new JsonFields()
            .put("operationId", own.text("id").orElseThrow())
            .put("summary", own.text("summary").orElseThrow())
            .put("tags", List.of(tag))
            .putIf("x-scope", own.text("scope"))
            .put("x-access", own.text("access").orElseThrow())
            .putIf("parameters", parameters(own));
    own.text("body").ifPresent(schema -> fields.put("requestBody", body(schema)));
    own.texts("files").ifPresent(types -> fields.put("requestBody", bytes(types)));
    return fields.put("responses", responses(own)).tree();
  }

  private static List<Object> parameters(JsonReader own) {
    var all = new ArrayList<Object>();
    for (var each : own.array("parameters").orElseGet(List::of)) {
      all.add(
          each instanceof Map<?, ?> spelledOut
              ? spelledOut
              : CommonParts.reference("parameters", String.valueOf(each)));
    }
    return all;
  }

  private static Map<String, @Nullable Object> body(String schema) {
    var content = Map.of(JSON, Map.of("schema", CommonParts.reference("schemas", schema)));
    return new JsonFields().put("required", true).put("content", content).tree();
  }

  private static Map<String, @Nullable Object> bytes(List<String> types) {
    var content = new JsonFields();
    types.forEach(type -> content.put(type, Map.of()));
    return new JsonFields().put("required", true).put("content", content.tree()).tree();
  }

  private Map<String, @Nullable Object> responses(JsonReader own) {
    Map<String, @Nullable Object> all = new TreeMap<>(errors.responses(codes(own)));
    var answers = own.object("answers");
    for (var status : answers.tree().keySet()) {
      var headers = new LinkedHashSet<>(HEADERS);
      headers.addAll(own.object("headers").texts(status).orElseGet(List::of));
      all.put(status, CommonParts.response("As asked", headers, content(answers, status)));
    }
    return all;
  }

  private LinkedHashSet<String> codes(JsonReader own) {
    var codes = new LinkedHashSet<>(common("always"));
    if (own.text("scope").isPresent()) {
      codes.add("insufficient_scope");
    }
    if (own.text("access").equals(Optional.of("write"))) {
      codes.addAll(common("write"));
    }
    if (own.text("body").isPresent()) {
      codes.addAll(common("body"));
    }
    codes.addAll(own.texts("errors").orElseGet(List::of));
    return codes;
  }

  private List<String> common(String kind) {
    return source.object("errors").texts(kind).orElseThrow();
  }

  /** A redirect has none. */
  private Map<String, ?> content(JsonReader answers, String status) {
    var answer = answers.tree().get(status);
    if (answer == null) {
      return Map.of();
    }
    return Map.of(
        JSON,
        Map.of(
            "schema",
            answer instanceof String name
                ? CommonParts.reference("schemas", name)
                : wrapped(answers.object(status))));
  }

  private Map<String, @Nullable Object> wrapped(JsonReader answer) {
    return answer.text("list").map(this::page).orElseGet(() -> named(answer.text("named")));
  }

  private Map<String, @Nullable Object> page(String schema) {
    var items = CommonParts.reference("schemas", schema);
    return CommonParts.closedObject(
        List.of("data", "has_more", "next_cursor", "request_id"),
        new JsonFields()
            .put("data", new JsonFields().put("type", "array").put("items", items).tree())
            .put("has_more", Map.of("type", "boolean"))
            .put("next_cursor", Map.of("type", List.of("string", "null")))
            .put("request_id", CommonParts.reference("schemas", "RequestId")));
  }

  private Map<String, @Nullable Object> named(Optional<String> schema) {
    var plain = new JsonReader(schemas).object(schema.orElseThrow());
    var required = new ArrayList<>(plain.texts("required").orElseThrow());
    required.add("request_id");
    var properties =
        new JsonFields()
            .putAll(plain.object("properties").tree())
            .put("request_id", CommonParts.reference("schemas", "RequestId"));
    return CommonParts.closedObject(required, properties);
  }

  private Map<String, @Nullable Object> assembled() {
    var components = source.object("components");
    schemas.putAll(components.object("schemas").tree());
    return References.resolved(
        new JsonFields()
            .put("openapi", source.text("openapi").orElseThrow())
            .put("info", source.object("info").tree())
            .put("security", source.array("security").orElseThrow())
            .put("tags", source.array("tags").orElseThrow())
            .put("paths", paths)
            .put(
                "components",
                new JsonFields()
                    .put("securitySchemes", components.object("securitySchemes").tree())
                    .putAll(shared(components))
                    .put("schemas", schemas)
                    .tree())
            .tree());
  }

  /** An empty one would be of no use. */
  private static Map<String, @Nullable Object> shared(JsonReader components) {
    return new JsonFields()
        .put("parameters", components.object("parameters").tree())
        .put("headers", components.object("headers").tree())
        .tree();
  }
}
