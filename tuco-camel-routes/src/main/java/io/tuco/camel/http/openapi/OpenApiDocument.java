package io.tuco.camel.http.openapi;

import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The OpenAPI 3.1 document of the {@code /api} facade. Sources are short: an operation names its
 * scope, limit, body, answers and errors, and is given here what every operation has; a {@code
 * $ref} to a bare name means a schema of the document.
 */
public final class OpenApiDocument {

  private final JsonReader source = SourceFiles.common();
  private final CommonParts common = new CommonParts(source);
  private final Map<String, @Nullable Object> paths = new TreeMap<>();
  private final Map<String, @Nullable Object> schemas = new TreeMap<>();

  private OpenApiDocument() {}

  /** A JSON tree. */
  public static Map<String, @Nullable Object> tree() {
    var document = new OpenApiDocument();
    SourceFiles.areas().forEach(document::add);
    return document.assembled();
  }

  private void add(JsonReader area) {
    var tag = area.text("tag").orElseThrow();
    var operations = area.object("operations");
    for (var place : operations.tree().keySet()) {
      var words = place.split(" ", 2);
      var operation = new OperationSource(operations.object(place), tag, common).operation();
      at(words[1]).put(words[0].toLowerCase(Locale.ROOT), operation);
    }
    schemas.putAll(area.object("schemas").tree());
  }

  @SuppressWarnings("unchecked")
  private Map<String, @Nullable Object> at(String path) {
    return (Map<String, @Nullable Object>)
        Objects.requireNonNull(
            paths.computeIfAbsent(path, key -> new TreeMap<String, @Nullable Object>()));
  }

  private Map<String, @Nullable Object> assembled() {
    var components = source.object("components");
    schemas.putAll(components.object("schemas").tree());
    var document =
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
                    .put("parameters", components.object("parameters").tree())
                    .put("headers", components.object("headers").tree())
                    .put("responses", common.responses())
                    .put("schemas", schemas)
                    .tree())
            .tree();
    return References.resolved(document);
  }
}
