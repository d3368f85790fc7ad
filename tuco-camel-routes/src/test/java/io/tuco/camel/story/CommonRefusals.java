package io.tuco.camel.story;

import static io.tuco.camel.story.BadRequests.coded;
import static io.tuco.camel.story.BadRequests.error;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.openapi.ApiDocument;
import io.tuco.camel.openapi.DocumentedError;
import io.tuco.camel.openapi.DocumentedOperation;
import io.tuco.camel.story.BadRequest.As;
import io.tuco.camel.story.BadRequest.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What every operation refuses in the same words, made from the OpenAPI document. */
final class CommonRefusals {

  /** An id of nothing. */
  private static final String NOBODYS = "f".repeat(24);

  private static final String JSON = "application/json";
  private static final String READ_ONLY =
      "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}";

  private CommonRefusals() {}

  static List<BadRequest> all() {
    return ApiDocument.ours().served().stream()
        .flatMap(operation -> of(operation).stream())
        .collect(Collectors.toList());
  }

  private static List<BadRequest> of(DocumentedOperation operation) {
    var example = operation.exampleBody().toString();
    var rows = new ArrayList<BadRequest>();
    rows.add(row(operation, As.NOBODY, example, 401, error("Unauthorized")));
    rows.add(
        row(
            operation,
            As.A_CLIENT_FOR_FILES_ALONE,
            example,
            403,
            coded("Insufficient scope", "insufficient_scope")));
    if (operation.errors().stream().anyMatch(CommonRefusals::isPlainlyOfNoWorkspace)) {
      rows.add(
          row(
              operation,
              As.A_CLIENT_WITHOUT_WORKSPACE,
              example,
              400,
              error("No active workspace")));
    }
    rows.add(failing(operation, State.BROKEN, 500, error("Internal server error")));
    rows.add(failing(operation, State.STORE_AWAY, 503, error("Store not available")));
    rows.add(
        row(operation, As.A_CLIENT, example, 429, error("Rate limit exceeded"))
            .during(State.AT_ITS_LIMITS));
    if (operation.access().equals("write")) {
      rows.add(row(operation, As.A_CLIENT_OF_A_READ_ONLY_WORKSPACE, example, 402, READ_ONLY));
    }
    if (operation.hasBody()) {
      rows.addAll(bodies(operation));
    }
    return rows;
  }

  private static List<BadRequest> bodies(DocumentedOperation operation) {
    return List.of(
        row(operation, As.A_CLIENT, "{broken", 400, error("Invalid request body (JSON required)")),
        row(operation, As.A_CLIENT, "[]", 400, error("Request body must be a JSON object")),
        row(
            operation,
            As.A_CLIENT,
            "{\"a\":\"" + " ".repeat(257 * 1024) + "\"}",
            413,
            error("Request body too large")),
        new BadRequest(
            operation.name() + " of text",
            As.A_CLIENT,
            operation.method(),
            path(operation),
            "text/plain",
            "hi".getBytes(UTF_8),
            415,
            error("Unsupported media type")));
  }

  /** Where a call stands for several, only one under a key fails as a whole. */
  private static BadRequest failing(
      DocumentedOperation operation, State state, int status, String answer) {
    var row = row(operation, As.A_CLIENT, operation.exampleBody().toString(), status, answer);
    var takesKey = operation.parameters().stream().anyMatch(CommonRefusals::isKey);
    return (takesKey ? row.with("Idempotency-Key", "of-" + state) : row).during(state);
  }

  private static boolean isPlainlyOfNoWorkspace(DocumentedError documented) {
    return documented.isAnsweredBy(400, coded("No active workspace", "VALIDATION_ERROR"));
  }

  private static boolean isKey(JsonNode parameter) {
    return parameter.path("name").asText().equals("Idempotency-Key");
  }

  private static BadRequest row(
      DocumentedOperation operation, As as, String body, int status, String answer) {
    return new BadRequest(
        operation.name() + " " + as + " " + status,
        as,
        operation.method(),
        path(operation),
        JSON,
        operation.hasBody() ? body.getBytes(UTF_8) : new byte[0],
        status,
        answer);
  }

  private static String value(JsonNode parameter) {
    return parameter.has("x-id-of") ? NOBODYS : "a@example.com";
  }

  private static String path(DocumentedOperation operation) {
    var query =
        operation.parameters().stream()
            .filter(each -> each.path("in").asText().equals("query"))
            .filter(each -> each.path("required").asBoolean())
            .map(each -> each.path("name").asText() + "=" + value(each))
            .collect(Collectors.joining("&"));
    var path = operation.path().replaceAll("\\{[^}]+}", NOBODYS);
    return query.isEmpty() ? path : path + "?" + query;
  }
}
