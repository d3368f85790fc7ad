package io.tuco.camel.http.openapi;

import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What operations share: errors that each of them may answer, and headers. */
final class CommonParts {

  /** Where a header goes by another name among the components. */
  private static final Map<String, String> HEADER_NAMES =
      Map.of("RetryAfterUnlessSlow", "Retry-After");

  /** There is no operation without a word of its own to add. */
  private static final String WORDED_BY_EACH = "400";

  private final JsonReader source;
  private final ErrorTexts plain;

  CommonParts(JsonReader source) {
    this.source = source;
    this.plain = errors(true, true);
  }

  ErrorTexts errors(boolean hasBody, boolean isWrite) {
    var errors = source.object("errors");
    var all = new ErrorTexts().add(errors.object("always"));
    if (hasBody) {
      all.add(errors.object("body"));
    }
    return isWrite ? all.add(errors.object("write")) : all;
  }

  boolean isCommon(String status, ErrorTexts errors) {
    return errors.isSame(status, plain);
  }

  List<String> headers(String status) {
    return source.object("headers").texts(status).orElseGet(List::of);
  }

  /** The responses that operations refer to. */
  Map<String, @Nullable Object> responses() {
    var all = new JsonFields();
    plain.statuses().stream()
        .filter(status -> !status.equals(WORDED_BY_EACH))
        .forEach(status -> all.put(name(status), response(status)));
    return all.tree();
  }

  private Map<String, @Nullable Object> response(String status) {
    var names = new LinkedHashSet<>(headers("always"));
    names.addAll(headers(status));
    var schema = any(plain.schemas(status));
    return response(
        description(status), names, Map.of("application/json", Map.of("schema", schema)));
  }

  static Map<String, @Nullable Object> response(
      String description, Collection<String> headers, Map<String, ?> content) {
    var named = new JsonFields();
    headers.forEach(
        name -> named.put(HEADER_NAMES.getOrDefault(name, name), reference("headers", name)));
    return new JsonFields()
        .put("description", description)
        .put("headers", named.tree())
        .put("content", content)
        .tree();
  }

  static Map<String, @Nullable Object> reference(String kind, String name) {
    return new JsonFields().put("$ref", "#/components/" + kind + "/" + name).tree();
  }

  /** A schema of an object with these members and no others. */
  static Map<String, @Nullable Object> closedObject(List<String> required, JsonFields properties) {
    return new JsonFields()
        .put("type", "object")
        .put("additionalProperties", false)
        .put("required", required)
        .put("properties", properties.tree())
        .tree();
  }

  static Map<String, ?> any(List<? extends Object> schemas) {
    return schemas.size() == 1 && schemas.get(0) instanceof Map<?, ?> only
        ? JsonReader.of(only).tree()
        : Map.of("anyOf", schemas);
  }

  static String name(String status) {
    return "Error" + status;
  }

  static String description(String status) {
    return switch (status) {
      case "400" -> "Not to be understood";
      case "401" -> "No key of ours";
      case "402" -> "The workspace is read-only";
      case "403" -> "Not for this key";
      case "404" -> "Not in this workspace";
      case "409" -> "Against what is there";
      case "413" -> "Over 256 KiB";
      case "415" -> "Not JSON";
      case "422" -> "The key stands for another call";
      case "429" -> "Too many calls; nothing was changed";
      case "502" -> "Somebody we asked refused or did not answer";
      case "503" -> "Not now; nothing was changed";
      default -> "Something of ours is broken";
    };
  }
}
