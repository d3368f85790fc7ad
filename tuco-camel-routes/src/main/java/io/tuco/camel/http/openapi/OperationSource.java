package io.tuco.camel.http.openapi;

import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An operation as its area's source has it, which says what is special about it alone. */
final class OperationSource {

  private static final String JSON = "application/json";

  private final JsonReader source;
  private final String tag;
  private final CommonParts common;
  private final ErrorTexts errors;

  OperationSource(JsonReader source, String tag, CommonParts common) {
    this.source = source;
    this.tag = tag;
    this.common = common;
    this.errors =
        common
            .errors(source.text("body").isPresent(), isWrite())
            .without(source.texts("without").orElseGet(List::of))
            .add(source.object("errors"));
  }

  Map<String, @Nullable Object> operation() {
    var fields =
        new JsonFields()
            .put("operationId", source.text("id").orElseThrow())
            .put("summary", source.text("summary").orElseThrow())
            .put("tags", List.of(tag))
            .put("x-scope", source.text("scope").orElseThrow())
            .put("x-access", source.text("access").orElseThrow())
            .put("x-rate-group", source.text("limit").orElseThrow())
            .putIf("parameters", parameters());
    source.text("body").ifPresent(schema -> fields.put("requestBody", body(schema)));
    return fields.put("responses", responses()).tree();
  }

  private boolean isWrite() {
    return source.text("access").equals(Optional.of("write"));
  }

  private List<Object> parameters() {
    var all = new ArrayList<Object>();
    all.add(CommonParts.reference("parameters", "RequestId"));
    for (var each : source.array("parameters").orElseGet(List::of)) {
      all.add(
          each instanceof Map<?, ?> own
              ? parameter(JsonReader.of(own))
              : CommonParts.reference("parameters", String.valueOf(each)));
    }
    return all;
  }

  private static Map<String, @Nullable Object> parameter(JsonReader own) {
    var fields = new JsonFields().putAll(own.tree());
    if (own.text("in").equals(Optional.of("path"))) {
      fields.put("required", true);
    }
    return fields.tree();
  }

  private Map<String, @Nullable Object> body(String schema) {
    return new JsonFields()
        .put("required", !source.flag("optionalBody").orElse(false))
        .put("content", Map.of(JSON, Map.of("schema", CommonParts.reference("schemas", schema))))
        .tree();
  }

  private Map<String, @Nullable Object> responses() {
    Map<String, @Nullable Object> all = new TreeMap<>();
    var answers = source.object("answers");
    for (var status : answers.tree().keySet()) {
      all.put(status, response(status, "As asked", content(answers.tree().get(status))));
    }
    source.texts("files").ifPresent(types -> all.put("200", file(types)));
    for (var status : errors.statuses()) {
      all.put(status, error(status));
    }
    return all;
  }

  private static Map<String, ?> content(@Nullable Object schema) {
    var whole = schema instanceof String name ? CommonParts.reference("schemas", name) : schema;
    return Map.of(JSON, new JsonFields().putAll(named("schema", whole)).tree());
  }

  private static Map<String, ?> named(String name, @Nullable Object value) {
    return value == null ? Map.of() : Map.of(name, value);
  }

  private Map<String, @Nullable Object> file(List<String> types) {
    var content = new JsonFields();
    types.forEach(type -> content.put(type, Map.of("schema", Map.of("type", "string"))));
    return response("200", "A file", content.tree());
  }

  /** One that says nothing of its own is the common one. */
  private Map<String, @Nullable Object> error(String status) {
    var reasons = source.object("reasons").texts(status);
    var hasOwn = reasons.isPresent() || headers(status).isPresent();
    if (!hasOwn && ownHeaders(status).isEmpty() && common.isCommon(status, errors)) {
      return CommonParts.reference("responses", CommonParts.name(status));
    }
    var schemas = new ArrayList<Object>(errors.schemas(status));
    reasons.ifPresent(texts -> schemas.add(refusal(texts)));
    return response(status, CommonParts.description(status), content(CommonParts.any(schemas)));
  }

  /** The one operation that refuses in the words of its answers. */
  private static Map<String, @Nullable Object> refusal(List<String> texts) {
    var properties =
        new JsonFields()
            .put("available", Map.of("const", false))
            .put("reason", Map.of("enum", texts));
    return CommonParts.closedObject(List.of("available", "reason"), properties);
  }

  private Map<String, @Nullable Object> response(
      String status, String description, Map<String, ?> content) {
    var names = new LinkedHashSet<>(common.headers("always"));
    names.addAll(ownHeaders(status));
    names.addAll(headers(status).orElseGet(() -> common.headers(status)));
    return CommonParts.response(description, names, content);
  }

  /** What fails has lost what it knew of the call. */
  private List<String> ownHeaders(String status) {
    return status.compareTo("500") < 0 ? headers("below500").orElseGet(List::of) : List.of();
  }

  private Optional<List<String>> headers(String name) {
    return source.object("headers").texts(name);
  }
}
