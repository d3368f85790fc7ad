package io.tuco.connectors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmVerdict;
import io.tuco.core.fixture.Fixtures;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of GHL contract, section 1, for the transport. */
final class GhlVerdictsTest {

  private static final GhlCalls CALLS = new GhlCalls(Map.of());

  private static CrmVerdict verdict(CrmCall call, int status, String body, Map<String, String> by) {
    return GhlVerdicts.of(call, new Answered(status, by, body.getBytes(UTF_8)), Fixtures.NOW);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "200 | {\"contact\":null}                              | Pass",
        "200 | -                                               | Pass",
        "201 | {\"note\":{\"id\":\"n\"}}                       | Pass",
        "204 | -                                               | Pass",
        "400 | {\"statusCode\":400,\"message\":\"Bad\"}        | Pass",
        "401 | {\"statusCode\":401,\"message\":\"Invalid JWT\"} | Expired",
        "401 | -                                               | Expired",
        "403 | {\"statusCode\":403}                            | Pass",
        "404 | {\"statusCode\":404}                            | Pass",
        "409 | {\"statusCode\":409}                            | Pass",
        "422 | {\"statusCode\":422,\"message\":[\"x\"]}        | Pass",
        "408 | {\"statusCode\":408}                            | Failing",
        "500 | {\"statusCode\":500}                            | Failing",
        "502 | <html><body>Bad gateway</body></html>           | Failing",
        "503 | -                                               | Failing",
        "504 | upstream request timeout                        | Failing",
        "200 | <html><body>Just a moment</body></html>         | Failing",
        "403 | <!DOCTYPE html><html>Error 1020</html>          | Failing",
        "200 | {\"contact\":{\"id\":\"ab                       | Failing",
        "201 | {\"contact\":{}} {\"contact\":{}}               | Failing"
      })
  void followsFromStatusAndBody(int status, String body, String kind) {
    var verdict = verdict(CALLS.get("/contacts/1"), status, body == null ? "" : body, Map.of());

    assertThat(verdict.getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, 10",
        "-, 10000, 10",
        "-, 2500, 2.5",
        "7, 10000, 7",
        "0, 0, 10",
        "soon, later, 10",
        "86400, -, 3600",
        "99999999999999999999, -, 10"
      })
  void waitsAsTheHeadersSay(String retryAfter, String interval, double seconds) {
    var headers = new HashMap<String, String>();
    Optional.ofNullable(retryAfter).ifPresent(value -> headers.put("retry-after", value));
    Optional.ofNullable(interval)
        .ifPresent(value -> headers.put("x-ratelimit-interval-milliseconds", value));
    headers.put("x-ratelimit-daily-remaining", "12");

    assertThat(verdict(CALLS.get("/contacts/1"), 429, "{}", headers))
        .isEqualTo(new CrmVerdict.Wait(Duration.ofMillis(Math.round(seconds * 1000))));
  }

  @Test
  void closesForAWhileWhenTheDayIsUsedUp() {
    var verdict =
        verdict(CALLS.get("/contacts/1"), 429, "{}", Map.of("x-ratelimit-daily-remaining", "0"));

    assertThat(verdict)
        .isEqualTo(
            new CrmVerdict.Closed(
                Fixtures.NOW.plus(Duration.ofHours(1)), "GHL's calls of the day are used up."));
  }

  /** A code or a refresh token that is refused is no expired token. */
  @Test
  void leavesARefusedConsentToTheDialogue() {
    var call = CALLS.form("/oauth/token", Map.of("code", "c"), Optional.empty());

    assertThat(verdict(call, 401, "{}", Map.of())).isEqualTo(new CrmVerdict.Pass());
  }
}
