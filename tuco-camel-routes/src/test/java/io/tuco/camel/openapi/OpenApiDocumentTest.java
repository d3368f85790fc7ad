package io.tuco.camel.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.workspace.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The document is sound, says what the code has and nothing else, and stands in the docs. */
final class OpenApiDocumentTest {

  private static final Path COPY = Path.of("..", "docs", "reference", "openapi.json");

  private static final Pattern IDS = Pattern.compile("id|ids|[a-z]\\w*Ids?");

  /** Labels, and ids of other programs, are not ours to find. */
  private static final Set<String> NOT_OURS =
      Set.of(
          "batchId",
          "correlationId",
          "externalId",
          "ghlContactId",
          "ghlLocationId",
          "hsContactId",
          "hsPortalId");

  private final ApiDocument document = ApiDocument.ours();

  @Test
  void standsInTheDocumentationAsItIsServed() throws Exception {
    if (Boolean.getBoolean("tuco.openapi.write")) {
      Files.writeString(COPY, document.pretty(), UTF_8);
    }

    // Not compared by the assertion, which would print both.
    assertThat(Files.readString(COPY, UTF_8).equals(document.pretty()))
        .as(
            "docs/reference/openapi.json is up to date; docs/reference/openapi.md says how to write it")
        .isTrue();
  }

  @Test
  void documentsEveryRouteAndServesEveryOperation() throws Exception {
    var documented =
        document.operations().stream().map(DocumentedOperation::name).collect(Collectors.toSet());
    var expected = new TreeSet<>(documented);
    expected.removeAll(NotYetServed.OPERATIONS);

    assertThat(documented).containsAll(NotYetServed.OPERATIONS);
    assertThat(ServedOperations.all()).isEqualTo(expected);
  }

  @Test
  void isReadByAnOpenApiParser() {
    assertThatCode(
            () ->
                OpenApiInteractionValidator.createForInlineApiSpecification(document.pretty())
                    .build())
        .doesNotThrowAnyException();
  }

  @Test
  void namesEveryOperationOnce() {
    var names =
        document.operations().stream().map(each -> each.node().path("operationId").asText());

    assertThat(names).doesNotContain("").doesNotHaveDuplicates();
  }

  @Test
  void saysOfEveryOperationWhoMayCallItAndHowOften() {
    assertThat(document.operations())
        .allSatisfy(
            operation -> {
              assertThat(Scope.parse(operation.scope())).isPresent();
              assertThat(operation.access()).isIn("read", "write", "stop", "lookup");
              assertThat(operation.node().path("x-rate-group").asText())
                  .isIn("send", "availability", "replies", "other");
            });
  }

  @Test
  void refersToWhatIsThereAndHasNothingThatNobodyRefersTo() {
    var references = new HashSet<String>();
    collectReferences(document.root(), references);
    var components = new TreeSet<String>();
    for (var kind : List.of("parameters", "headers", "responses", "schemas")) {
      document
          .root()
          .path("components")
          .path(kind)
          .fieldNames()
          .forEachRemaining(name -> components.add("#/components/" + kind + "/" + name));
    }

    assertThat(components).isEqualTo(new TreeSet<>(references));
  }

  @Test
  void closesEveryObjectThatItAnswers() {
    var open = new ArrayList<String>();
    for (var operation : document.operations()) {
      for (var status : operation.statuses()) {
        var schema =
            operation.response(status).orElseThrow().path("content").path("application/json");
        collectOpenObjects(operation.name(), schema.path("schema"), new HashSet<>(), false, open);
      }
    }

    // The row of an import as it came is not ours to describe.
    assertThat(open).allMatch(place -> place.endsWith(".input"));
  }

  @Test
  void marksEveryIdOfOursWithWhatItIsOf() {
    assertThat(document.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.parameters())
                  .filteredOn(each -> !each.path("in").asText().equals("header"))
                  .filteredOn(each -> isId(each.path("name").asText()))
                  .allMatch(each -> each.has("x-id-of"));
              assertThat(unmarked(operation.bodySchema())).isEmpty();
            });
  }

  @Test
  void showsABodyThatFitsItsSchema() {
    var components = document.root().path("components");

    assertThat(document.operations())
        .filteredOn(DocumentedOperation::hasBody)
        .allSatisfy(
            operation ->
                assertThat(
                        AnswerRules.compile(operation.bodySchema(), components)
                            .validate(operation.exampleBody()))
                    .isEmpty());
  }

  private Set<String> unmarked(JsonNode schema) {
    var names = new TreeSet<String>();
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            property -> {
              if (isId(property.getKey()) && !property.getValue().has("x-id-of")) {
                names.add(property.getKey());
              }
            });
    return names;
  }

  private static boolean isId(String name) {
    return IDS.matcher(name).matches() && !NOT_OURS.contains(name);
  }

  private static void collectReferences(JsonNode node, Set<String> found) {
    if (node.path("$ref").isTextual()) {
      found.add(node.path("$ref").asText());
    }
    node.forEach(child -> collectReferences(child, found));
  }

  private void collectOpenObjects(
      String where, JsonNode schema, Set<JsonNode> seen, boolean isClosed, List<String> open) {
    var closed =
        isClosed || schema.has("additionalProperties") || schema.has("unevaluatedProperties");
    if (schema.path("type").asText().equals("object") && !closed) {
      open.add(where);
    }
    if (schema.has("$ref") && seen.add(schema)) {
      collectOpenObjects(where, document.resolved(schema), seen, closed, open);
    }
    schema.path("anyOf").forEach(each -> collectOpenObjects(where, each, seen, closed, open));
    collectOpenObjectsOf(where + "[]", schema.path("items"), seen, open);
    schema
        .path("properties")
        .fields()
        .forEachRemaining(
            each -> collectOpenObjectsOf(where + "." + each.getKey(), each.getValue(), seen, open));
  }

  private void collectOpenObjectsOf(
      String where, JsonNode schema, Set<JsonNode> seen, List<String> open) {
    if (!schema.isMissingNode()) {
      collectOpenObjects(where, schema, seen, false, open);
    }
  }
}
