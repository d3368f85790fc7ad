package io.tuco.connectors.hubspot;

import static io.tuco.core.fixture.Fixtures.aConnection;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status table of the HubSpot contract, section 1, row by row. */
final class AnswerRulesTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:00:00Z");
  private static final CrmCall CALL = Calls.get("/crm/v3/objects/contacts/1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "200 | {}                                | Pass",
        "201 | {'id':'1'}                        | Pass",
        "204 | -                                 | Pass",
        "207 | {'results':[],'errors':[{}]}      | Pass",
        "400 | {'category':'VALIDATION_ERROR'}   | Pass",
        "401 | {'status':'error'}                | Expired",
        "401 | -                                 | Expired",
        "403 | {'category':'MISSING_SCOPES'}     | Pass",
        "404 | {'status':'error'}                | Pass",
        "404 | -                                 | Pass",
        "409 | {'category':'CONFLICT'}           | Pass",
        "408 | {}                                | Failing",
        "423 | {}                                | Wait PT2S",
        "429 | {'policyName':'SECONDLY'}         | Wait PT1S",
        "429 | {'policyName':'TEN_SECONDLY_ROLLING'} | Wait PT10S",
        "429 | {'errorType':'RATE_LIMIT'}        | Wait PT10S",
        "429 | <html>                            | Wait PT10S",
        "500 | {}                                | Failing",
        "502 | <html>                            | Failing",
        "503 | {}                                | Failing",
        "504 | -                                 | Failing",
        "301 | -                                 | Failing",
        "200 | <!DOCTYPE html><html>             | Failing",
        "403 | <!DOCTYPE html><html>             | Failing",
        "200 | {'id':'1','prop                   | Failing",
        "201 | {'id':'1'} {'id':'2'}             | Failing",
      })
  void judges(int status, String body, String verdict) {
    assertThat(word(judge(CALL, status, body, Map.of()))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "429, TEN_SECONDLY_ROLLING, x-hubspot-ratelimit-interval-milliseconds, 5000, PT5S",
    "429, TEN_SECONDLY_ROLLING, x-hubspot-ratelimit-interval-milliseconds, 0, PT1S",
    "429, TEN_SECONDLY_ROLLING, x-hubspot-ratelimit-interval-milliseconds, soon, PT10S",
    "429, TEN_SECONDLY_ROLLING, retry-after, 30, PT30S",
    "429, SECONDLY, retry-after, 3, PT3S",
    "429, SECONDLY, retry-after, 999999999, PT5M",
    "423, '', retry-after, 1, PT2S",
    "423, '', retry-after, 7, PT7S",
  })
  void waitsAsLongAsItIsTold(
      int status, String policy, String header, String value, Duration pause) {
    var body = "{'policyName':'" + policy + "'}";

    assertThat(judge(CALL, status, body, Map.of(header, value)))
        .isEqualTo(new CrmVerdict.Wait(pause));
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2027-03-12T12:00:00Z, 2027-03-13T05:00:00Z",
    // The night before the clocks change, and the short day itself.
    "America/New_York, 2027-03-14T04:59:59Z, 2027-03-14T05:00:00Z",
    "America/New_York, 2027-03-14T05:00:00Z, 2027-03-15T04:00:00Z",
    "Asia/Kolkata, 2027-03-12T18:29:59Z, 2027-03-12T18:30:00Z",
    // Midnight does not exist there on that day.
    "America/Asuncion, 2023-09-30T12:00:00Z, 2023-10-01T04:00:00Z",
    // A zone nobody knows: not before every zone has had its midnight.
    "Nowhere/Land, 2027-03-12T12:00:00Z, 2027-03-13T12:00:00Z",
  })
  void closesUntilThePortalsMidnight(String zone, Instant now, Instant until) {
    var connection = aConnection().to("hubspot", new CrmAccount("1", Optional.of(zone))).build();
    var answer = answered(429, "{'policyName':'DAILY'}", Map.of("retry-after", "1"));

    var verdict = AnswerRules.judge(connection, CALL, answer, now);

    assertThat(verdict).isInstanceOf(CrmVerdict.Closed.class);
    assertThat(((CrmVerdict.Closed) verdict).until()).isEqualTo(until);
  }

  @Test
  void leavesARefusedCallForTokensToItsDialogue() {
    var call = Calls.form("/oauth/2026-03/token", Map.of(), true);

    assertThat(judge(call, 401, "{}", Map.of())).isEqualTo(new CrmVerdict.Pass());
  }

  private static CrmVerdict judge(
      CrmCall call, int status, String body, Map<String, String> headers) {
    return AnswerRules.judge(aConnection().build(), call, answered(status, body, headers), NOW);
  }

  private static Answered answered(int status, String body, Map<String, String> headers) {
    var text = body.equals("-") ? "" : body.replace('\'', '"');
    return new Answered(status, headers, text.getBytes(UTF_8));
  }

  private static String word(CrmVerdict verdict) {
    var name = verdict.getClass().getSimpleName();
    return verdict instanceof CrmVerdict.Wait wait ? name + " " + wait.pause() : name;
  }
}
