package io.tuco.camel.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the rules which watch every call notice an answer that is not as documented. */
final class AnswerRulesTest {

  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "X-Request-Id", "req_1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /api/webhooks                          | 200 | {"webhooks":[],"secret":"s"}
          GET    | /api/webhooks                          | 200 | {}
          GET    | /api/webhooks                          | 201 | {"webhooks":[]}
          GET    | /api/webhooks                          | 200 | not json
          GET    | /api/webhooks                          | 401 | {"error":"Unauthorised"}
          GET    | /api/webhooks/64b0c0ffee0000000000000d | 404 | {"error":"Webhook not found","code":"x"}
          POST   | /api/lists                             | 400 | {"error":"Invalid name"}
          GET    | /api/else                              | 200 | {}
          PUT    | /api/webhooks                          | 405 | {"error":"Method not allowed"}
          DELETE | /api/lists                             | 200 | {"success":true,"deletedLeads":-1}
          """)
  void noticesAnAnswerThatIsNotAsDocumented(String method, String path, int status, String body) {
    assertThat(AnswerRules.flaws(new SeenAnswer(method, path, status, HEADERS, body))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /api/webhooks                          | 200 | {"webhooks":[]}
          GET  | /api/webhooks/64b0c0ffee0000000000000d | 404 | {"error":"Webhook not found","code":"NOT_FOUND"}
          POST | /api/lists                             | 400 | {"error":"Invalid name","code":"VALIDATION_ERROR"}
          GET  | /api/else                              | 404 | {"error":"Not found","code":"NOT_FOUND"}
          GET  | /admin/status                          | 200 | anything
          """)
  void letsPassWhatIsDocumented(String method, String path, int status, String body) {
    assertThat(AnswerRules.flaws(new SeenAnswer(method, path, status, HEADERS, body))).isEmpty();
  }

  @Test
  void noticesAMissingHeader() {
    var answer =
        new SeenAnswer(
            "GET",
            "/api/webhooks",
            200,
            Map.of("Content-Type", "application/json"),
            "{\"webhooks\":[]}");

    assertThat(AnswerRules.flaws(answer)).containsExactly("its header X-Request-Id is missing");
  }
}
