package io.tuco.camel.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.workspace.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document of {@code /v1} is sound, says what the code has, and stands in the docs. */
final class V1DocumentTest {

  private static final Path COPY = Path.of("..", "docs", "reference", "openapi-v1.json");

  private final ApiDocument document = ApiDocument.v1();

  @Test
  void standsInTheDocumentationAsItIsServed() throws Exception {
    if (Boolean.getBoolean("tuco.openapi.write")) {
      Files.writeString(COPY, document.pretty(), UTF_8);
    }

    // Not compared by the assertion, which would print both.
    assertThat(Files.readString(COPY, UTF_8).equals(document.pretty()))
        .as("docs/reference/openapi-v1.json is up to date; openapi.md says how to write it")
        .isTrue();
  }

  @Test
  void documentsEveryRouteAndServesEveryOperation() throws Exception {
    var documented = document.operations().stream().map(DocumentedOperation::name).toList();

    assertThat(ServedOperations.ofV1()).containsExactlyInAnyOrderElementsOf(documented);
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
  void namesEveryOperationOnceAndSaysWhoMayCallIt() {
    assertThat(document.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.node().has("x-scope") ? operation.scope() : "lines:read")
                  .matches(scope -> Scope.parse(scope).isPresent());
              assertThat(operation.access()).isIn("read", "write");
            });
    assertThat(document.operations())
        .extracting(operation -> operation.node().path("operationId").asText())
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }

  @Test
  void refersToWhatIsThereAndHasNothingThatNobodyRefersTo() {
    var references = new HashSet<String>();
    collectReferences(document.root(), references);
    var components = new TreeSet<String>();
    for (var kind : List.of("parameters", "headers", "schemas")) {
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
  void hasBodiesThatFitTheirSchemas() {
    var components = document.root().path("components");

    assertThat(document.operations())
        .filteredOn(operation -> operation.bodySchema().has("type"))
        .allSatisfy(
            operation ->
                assertThat(
                        AnswerRules.compile(operation.bodySchema(), components)
                            .validate(operation.exampleBody()))
                    .isEmpty());
  }

  private static void collectReferences(JsonNode node, Set<String> found) {
    if (node.path("$ref").isTextual()) {
      found.add(node.path("$ref").asText());
    }
    node.forEach(child -> collectReferences(child, found));
  }
}
