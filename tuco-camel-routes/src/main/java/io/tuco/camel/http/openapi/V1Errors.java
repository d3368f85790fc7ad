package io.tuco.camel.http.openapi;

import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The errors of {@code /v1} as its document has them: by status, a schema per type of error. */
final class V1Errors {

  private static final Set<String> WITH_RETRY = Set.of("409", "429", "503");

  private final JsonReader catalogue;

  V1Errors(JsonReader catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * @param codes of the catalogue
   */
  Map<String, @Nullable Object> responses(Set<String> codes) {
    Map<String, Map<String, List<String>>> byStatus = new TreeMap<>();
    for (var code : codes) {
      byStatus
          .computeIfAbsent(word(code, "status"), key -> new TreeMap<>())
          .computeIfAbsent(word(code, "type"), key -> new ArrayList<>())
          .add(code);
    }
    Map<String, @Nullable Object> all = new TreeMap<>();
    byStatus.forEach((status, byType) -> all.put(status, response(status, byType)));
    return all;
  }

  private String word(String code, String name) {
    return catalogue.object(code).text(name).orElseThrow();
  }

  private static Map<String, @Nullable Object> response(
      String status, Map<String, List<String>> byType) {
    var headers = new LinkedHashSet<>(V1Document.HEADERS);
    if (WITH_RETRY.contains(status)) {
      headers.add("Retry-After");
    }
    var schemas = byType.entrySet().stream().map(e -> schema(e.getKey(), e.getValue())).toList();
    return CommonParts.response(
        CommonParts.description(status),
        headers,
        Map.of("application/json", Map.of("schema", CommonParts.any(schemas))));
  }

  private static Map<String, @Nullable Object> schema(String type, List<String> codes) {
    var error =
        CommonParts.closedObject(
            List.of("type", "code", "message"),
            new JsonFields()
                .put("type", Map.of("const", type))
                .put("code", Map.of("enum", codes))
                .put("message", new JsonFields().put("type", "string").put("minLength", 1).tree())
                .put("param", Map.of("type", "string")));
    return CommonParts.closedObject(
        List.of("error", "request_id"),
        new JsonFields()
            .put("error", error)
            .put("request_id", CommonParts.reference("schemas", "RequestId")));
  }
}
