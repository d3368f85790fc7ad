package io.tuco.camel.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Whether answers are as the document says: the status, the content type, the headers, the body to
 * the last field. Every test that calls the facade asks here.
 */
public final class AnswerRules {

  /** What is answered before any operation is known: the listener's own words. */
  private static final Map<Integer, String> LISTENER =
      Map.of(
          400, "Bad request",
          408, "Request took too long",
          413, "Request body too large",
          414, "Request line too long",
          431, "Request headers too large",
          503, "Not ready");

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS = ApiDocument.schemas();

  /** Else the machine's language speaks. */
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().locale(Locale.ENGLISH).build();

  private static final Map<String, JsonSchema> COMPILED = new ConcurrentHashMap<>();

  private AnswerRules() {}

  /** Fails unless the answer is as documented, and as published where the interface is at hand. */
  public static void check(SeenAnswer answer) {
    var flaws = new ArrayList<>(flaws(answer));
    PublishedInterface.besideUs().ifPresent(published -> flaws.addAll(published.flaws(answer)));
    if (!flaws.isEmpty()) {
      throw new AssertionError(
          "not as the OpenAPI document says: " + answer + "\n  " + String.join("\n  ", flaws));
    }
  }

  public static List<String> flaws(SeenAnswer answer) {
    if (!answer.isOfTheFacade() || isOfTheListener(answer)) {
      return List.of();
    }
    if (answer.method().equals("HEAD")) {
      return answer.body().isEmpty() ? List.of() : List.of("an answer to HEAD has no body");
    }
    var document = ApiDocument.of(answer.path());
    return document
        .find(answer.method(), answer.path())
        .filter(operation -> !isRefusedByPath(answer))
        .map(operation -> flaws(answer, operation))
        .orElseGet(() -> flawsOfNoOperation(answer, document.hasPath(answer.path())));
  }

  /** An operation that is not there yet is a path, or a method of one, that nobody has. */
  private static boolean isRefusedByPath(SeenAnswer answer) {
    return answer.body().equals("{\"error\":\"Not found\",\"code\":\"NOT_FOUND\"}")
        || answer.body().contains("\"code\":\"route_not_found\"")
        || answer.status() == 405;
  }

  private static List<String> flawsOfNoOperation(SeenAnswer answer, boolean hasPath) {
    var isRight = answer.isOfV1() ? isRefusedByV1(answer, hasPath) : isRefused(answer, hasPath);
    return isRight ? List.of() : List.of("no such operation is documented");
  }

  private static boolean isRefusedByV1(SeenAnswer answer, boolean hasPath) {
    var hasId = answer.body().contains("\"request_id\":\"" + answer.header("X-Request-Id").get());
    return answer.method().equals("OPTIONS") && answer.status() == 204
        || hasId && answer.status() == 404 && answer.body().contains("\"route_not_found\"")
        || hasId
            && answer.status() == 405
            && hasPath
            && answer.header("Allow").isPresent()
            && answer.body().contains("\"method_not_allowed\"");
  }

  private static boolean isRefused(SeenAnswer answer, boolean hasPath) {
    return answer.status() == 404
            && answer.body().equals("{\"error\":\"Not found\",\"code\":\"NOT_FOUND\"}")
        || answer.status() == 405
            && hasPath
            && answer.header("Allow").isPresent()
            && answer
                .body()
                .equals("{\"error\":\"Method not allowed\",\"code\":\"METHOD_NOT_ALLOWED\"}");
  }

  private static boolean isOfTheListener(SeenAnswer answer) {
    var text = LISTENER.get(answer.status());
    return text != null && answer.body().startsWith("{\"error\":\"" + text + "\"");
  }

  private static List<String> flaws(SeenAnswer answer, DocumentedOperation operation) {
    var response = operation.response(answer.status());
    if (response.isEmpty()) {
      return List.of("its status is not documented, only " + operation.statuses());
    }
    var flaws = new ArrayList<>(headerFlaws(answer, operation, response.get()));
    if (response.get().path("content").isEmpty()) {
      if (!answer.body().isEmpty()) {
        flaws.add("it has a body, and none is documented");
      }
      return flaws;
    }
    var type = answer.header("Content-Type").orElse("none").split(";")[0];
    var content = response.get().path("content").get(type);
    if (content == null) {
      flaws.add("its content type is not documented: " + type);
    } else if (type.equals("application/json")) {
      flaws.addAll(bodyFlaws(answer, operation, content.path("schema")));
    }
    return flaws;
  }

  private static List<String> headerFlaws(
      SeenAnswer answer, DocumentedOperation operation, JsonNode response) {
    var flaws = new ArrayList<String>();
    response
        .path("headers")
        .fields()
        .forEachRemaining(
            header -> {
              var documented = operation.document().resolved(header.getValue());
              var value = answer.header(header.getKey());
              if (value.isEmpty() && documented.path("required").asBoolean()) {
                flaws.add("its header " + header.getKey() + " is missing");
              }
              value.ifPresent(
                  text ->
                      compiled(operation, "header " + header.getKey(), documented.path("schema"))
                          .validate(MAPPER.getNodeFactory().textNode(text))
                          .forEach(flaw -> flaws.add(header.getKey() + flaw.getMessage())));
            });
    return flaws;
  }

  private static List<String> bodyFlaws(
      SeenAnswer answer, DocumentedOperation operation, JsonNode schema) {
    try {
      var body = MAPPER.readTree(answer.body());
      return compiled(operation, operation.name() + answer.status(), schema).validate(body).stream()
          .map(ValidationMessage::getMessage)
          .collect(Collectors.toList());
    } catch (JsonProcessingException e) {
      return List.of("its body is no JSON: " + e.getOriginalMessage());
    }
  }

  private static JsonSchema compiled(DocumentedOperation of, String name, JsonNode schema) {
    return COMPILED.computeIfAbsent(
        of.path().split("/")[1] + " " + name,
        key -> compile(schema, of.document().root().path("components")));
  }

  /** A schema of a document, with what it may refer to there. */
  static JsonSchema compile(JsonNode schema, JsonNode components) {
    var whole = (ObjectNode) schema.deepCopy();
    whole.set("components", components);
    return SCHEMAS.getSchema(whole, CONFIG);
  }
}
