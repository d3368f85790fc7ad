package io.tuco.connectors.hubspot.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.crm.FakeCrm.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults that are waiting for their call. */
final class FakeFaults {

  private record Waiting(FakeFault fault, String operation, int times) {}

  private final List<Waiting> waiting = new ArrayList<>();

  void add(FakeFault fault, String operation, int times) {
    waiting.add(new Waiting(fault, operation, times));
  }

  void clear() {
    waiting.clear();
  }

  Optional<FakeFault> next(String operation) {
    for (var i = 0; i < waiting.size(); i++) {
      var candidate = waiting.get(i);
      if (concerns(candidate, operation)) {
        use(i, candidate);
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
  }

  private static boolean concerns(Waiting candidate, String operation) {
    return candidate.operation.endsWith("$")
        ? candidate.operation.equals(operation + "$")
        : operation.startsWith(candidate.operation);
  }

  private void use(int index, Waiting used) {
    if (used.fault == FakeFault.DOWN) {
      return;
    }
    if (used.times <= 1) {
      waiting.remove(index);
    } else {
      waiting.set(index, new Waiting(used.fault, used.operation, used.times - 1));
    }
  }

  /** What is answered in place of {@code proper}. */
  static Reply answer(FakeFault fault, Reply proper) {
    return switch (fault) {
      case LIMITED -> limited("TEN_SECONDLY_ROLLING");
      case LIMITED_SECONDLY -> limited("SECONDLY");
      case LIMITED_DAILY -> limited("DAILY");
      case LOCKED -> Json.error(423, "LOCKED", "The resource is locked");
      case HTML_PAGE -> page(502);
      case HTML_OK -> page(200);
      case HTML_FORBIDDEN -> page(403);
      case TRUNCATED ->
          new Reply(
              proper.status(),
              proper.headers(),
              Arrays.copyOf(proper.body(), proper.body().length / 2));
      case ERROR_500, ERROR_500_AFTER -> Json.error(500, "INTERNAL_ERROR", "internal error");
      case ERROR_503 -> Json.error(503, "SERVICE_UNAVAILABLE", "try again");
      case BAD_REQUEST -> Json.error(400, "VALIDATION_ERROR", "ann@example.com is not valid");
      case UNAUTHORIZED -> FakeTokens.unauthorized();
      case FORBIDDEN -> Json.error(403, "MISSING_SCOPES", "required scopes are missing");
      case MISSING -> Json.error(404, "OBJECT_NOT_FOUND", "resource not found");
      case CONFLICT -> Json.error(409, "CONFLICT", "conflict");
      case PARTIAL -> partial();
      case TIMEOUT_BEFORE, TIMEOUT_AFTER, DOWN -> throw new IllegalStateException("no answer");
    };
  }

  static Reply limited(String policy) {
    return Json.reply(
        429,
        Json.object()
            .put("status", "error")
            .put("message", "You have reached your limit.")
            .put("errorType", "RATE_LIMIT")
            .put("correlationId", "c033cdaa-2c40-4a64-ae48-b4cec88dad24")
            .put("policyName", policy));
  }

  private static Reply partial() {
    var body = Json.object().put("status", "COMPLETE").put("numErrors", 1);
    body.putArray("results");
    body.putArray("errors").add(Json.errorBody("INTERNAL_ERROR", "try again"));
    return Json.reply(207, body);
  }

  private static Reply page(int status) {
    return new Reply(
        status,
        Map.of("Content-Type", "text/html"),
        "<!DOCTYPE html><html><body>Error 1020</body></html>".getBytes(UTF_8));
  }
}
