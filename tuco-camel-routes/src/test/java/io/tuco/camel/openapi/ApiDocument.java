package io.tuco.camel.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SpecVersion;
import io.tuco.camel.http.openapi.OpenApiDocument;
import io.tuco.camel.http.openapi.V1Document;
import io.tuco.camel.json.EcmaScriptJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The OpenAPI document, to look things up in. */
public final class ApiDocument {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ApiDocument OURS = new ApiDocument(read(OpenApiDocument.tree()));
  private static final ApiDocument V1 = new ApiDocument(read(V1Document.tree()));

  private final JsonNode root;
  private final List<DocumentedOperation> operations;

  private ApiDocument(JsonNode root) {
    this.root = root;
    var all = new ArrayList<DocumentedOperation>();
    root.path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        method ->
                            all.add(
                                new DocumentedOperation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue(),
                                    this))));
    this.operations = List.copyOf(all);
  }

  public static ApiDocument ours() {
    return OURS;
  }

  /** That of the {@code /v1} facade. */
  public static ApiDocument v1() {
    return V1;
  }

  /** The one that speaks of a path. */
  static ApiDocument of(String path) {
    return path.startsWith("/v1/") ? V1 : OURS;
  }

  public List<DocumentedOperation> operations() {
    return operations;
  }

  /** The operations that the code has. */
  public List<DocumentedOperation> served() {
    return operations.stream()
        .filter(operation -> !NotYetServed.OPERATIONS.contains(operation.name()))
        .collect(Collectors.toList());
  }

  /** The operation that takes a path; one that spells it out before one with places in it. */
  public Optional<DocumentedOperation> find(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.takes(path))
        .min(Comparator.comparing(operation -> operation.path().contains("{")));
  }

  public boolean hasPath(String path) {
    return operations.stream().anyMatch(operation -> operation.takes(path));
  }

  public JsonNode root() {
    return root;
  }

  /** The node itself, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
  }

  /** JSON Schema 2020-12, and the words that OpenAPI and we add without any rule. */
  static JsonSchemaFactory schemas() {
    var standard = JsonMetaSchema.getV202012();
    var words =
        JsonMetaSchema.builder(standard.getIri(), standard)
            .keywords(
                List.of(
                    new NonValidationKeyword("components"),
                    new NonValidationKeyword("x-id-of"),
                    new NonValidationKeyword("x-instead-of")))
            .build();
    return JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
        .metaSchema(words)
        .build();
  }

  /** As it stands in the documentation. */
  String pretty() {
    var printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode read(Map<String, ?> tree) {
    try {
      return MAPPER.readTree(EcmaScriptJson.stringify(tree));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
