package io.tuco.connectors.ghl.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.crm.FakeCrm.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults that are waiting for their call. */
final class FakeFaults {

  private record Waiting(FakeFault fault, String operation, int times) {}

  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * @param operation method and beginning of the path, such as {@code POST /contacts/upsert}; empty
   *     for any call
   */
  void add(FakeFault fault, String operation, int times) {
    waiting.add(new Waiting(fault, operation, times));
  }

  void clear() {
    waiting.clear();
  }

  Optional<FakeFault> next(String operation) {
    for (var i = 0; i < waiting.size(); i++) {
      var candidate = waiting.get(i);
      if (operation.startsWith(candidate.operation)) {
        use(i, candidate);
        return Optional.of(candidate.fault);
      }
    }
    return Optional.empty();
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

  /**
   * What is answered in place of {@code proper}.
   *
   * @param firstContact whom a refused duplicate is said to be one of
   */
  static Reply answer(FakeFault fault, Reply proper, String firstContact) {
    return switch (fault) {
      case LIMITED -> limited(Map.of());
      case LIMITED_RETRY_AFTER -> limited(Map.of("Retry-After", "2"));
      case DAY_USED_UP -> limited(Map.of("X-RateLimit-Daily-Remaining", "0"));
      case HTML_PAGE -> page(502);
      case HTML_OK -> page(200);
      case TRUNCATED ->
          new Reply(
              proper.status(),
              proper.headers(),
              Arrays.copyOf(proper.body(), proper.body().length / 2));
      case ERROR_500, ERROR_500_AFTER -> Json.error(500, "Internal server error");
      case ERROR_503 -> Json.error(503, "Service unavailable");
      case BAD_REQUEST -> Json.error(400, "Bad Request");
      case DUPLICATE -> FakeContacts.duplicated(firstContact, "phone");
      case UNAUTHORIZED -> FakeTokens.unauthorized();
      case FORBIDDEN -> Json.error(403, "The token does not have access to this location.");
      case MISSING -> Json.error(404, "Not found");
      case CONFLICT -> Json.error(409, "Conflict");
      case UNPROCESSABLE -> Json.unprocessable("property x should not exist");
      case TIMEOUT_BEFORE, TIMEOUT_AFTER, DOWN -> throw new IllegalStateException("no answer");
    };
  }

  private static Reply limited(Map<String, String> more) {
    var reply = Json.error(429, "Too Many Requests");
    var headers = new HashMap<>(reply.headers());
    headers.put("X-RateLimit-Interval-Milliseconds", "10000");
    headers.put("X-RateLimit-Max", "100");
    headers.put("X-RateLimit-Remaining", "0");
    headers.put("X-RateLimit-Limit-Daily", "200000");
    headers.put("X-RateLimit-Daily-Remaining", "199000");
    headers.putAll(more);
    return new Reply(429, headers, reply.body());
  }

  private static Reply page(int status) {
    return new Reply(
        status,
        Map.of("Content-Type", "text/html"),
        "<!DOCTYPE html><html><body>Error 1020</body></html>".getBytes(UTF_8));
  }
}
