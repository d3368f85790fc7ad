package io.tuco.camel.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.Kind;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio contract, sections 2 and 3, row by row. */
final class SmsOutcomesTest {

  private static final String SID = "SM" + "0a".repeat(16);

  private final SmsOutcomes outcomes =
      new SmsOutcomes(new TwilioReplyCodec(), SettableClock.at(Fixtures.NOW));

  private DeliveryOutcome of(int status, String body) {
    return of(status, Map.of(), body);
  }

  private DeliveryOutcome of(int status, Map<String, String> headers, String body) {
    return outcomes.of(new Answered(status, headers, body.getBytes(UTF_8)));
  }

  private DeliveryOutcome withCode(int status, int code) {
    return of(status, "{\"code\":%d,\"message\":\"x\",\"status\":%d}".formatted(code, status));
  }

  private static String message(String status, String code) {
    return "{\"sid\":\"%s\",\"status\":\"%s\",\"error_code\":%s}".formatted(SID, status, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "accepted", "scheduled", "sending", "sent", "delivered", "new"})
  void takesAMessageForAccepted(String status) {
    assertThat(of(201, message(status, "null"))).isEqualTo(new Accepted(SID));
  }

  @ParameterizedTest
  @CsvSource({
    "failed, 21610, PERSON", "failed, 21211, ADDRESS", "undelivered, 30007, MESSAGE",
    "failed, 30034, SENDER", "undelivered, 30003, MESSAGE", "failed, 20429, MESSAGE",
    "failed, 99999, MESSAGE"
  })
  void takesAMessageThatFailedAtOnceForRefused(String status, int code, Scope scope) {
    var outcome = of(201, message(status, Integer.toString(code)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.scope()).isEqualTo(scope);
              assertThat(refused.reason()).endsWith("(" + code + ")");
            });
  }

  @Test
  void takesAFailureWithoutACodeForRefused() {
    assertThat(of(201, message("failed", "null")))
        .isEqualTo(new Refused("Twilio failed the text without a code", Scope.MESSAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "21211, ADDRESS, The number is not valid",
    "21614, ADDRESS, The number cannot receive texts",
    "21635, ADDRESS, The number is a landline",
    "21601, ADDRESS, The number is missing or cannot be used",
    "21604, ADDRESS, The number is missing or cannot be used",
    "21610, PERSON, The recipient has opted out",
    "21602, MESSAGE, The text is empty",
    "21617, MESSAGE, The text is too long",
    "21620, MESSAGE, An attachment cannot be sent",
    "12300, MESSAGE, An attachment cannot be sent",
    "21408, SENDER, Texts to this country are not enabled",
    "21606, SENDER, The sender's number cannot be used",
    "21659, SENDER, The sender's number cannot be used",
    "21660, SENDER, The sender's number cannot be used",
    "21612, SENDER, The sender cannot reach this number",
    "20404, SENDER, Twilio does not know the account or sender",
    "30034, SENDER, The sender is not registered for this country",
    "63038, SENDER, The account has reached its limit of today",
    "30002, SENDER, The account is suspended",
    "21999, MESSAGE, Twilio refused the text",
    "30999, MESSAGE, Twilio refused the text",
    "63999, MESSAGE, Twilio refused the text",
    "1, MESSAGE, Twilio refused the text"
  })
  void refusesByCode(int code, Scope scope, String sentence) {
    var expected = new Refused(sentence + " (" + code + ")", scope);

    assertThat(withCode(400, code)).isEqualTo(expected);
    assertThat(withCode(403, code)).isEqualTo(expected);
    assertThat(withCode(404, code)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"401, 20003", "401, 0", "400, 20003", "403, 20003"})
  void takesRefusedCredentialsForTheSendersTrouble(int status, int code) {
    assertThat(withCode(status, code))
        .isEqualTo(NotSent.senderDown("Twilio refused the credentials (20003)"));
  }

  @Test
  void takesRefusedCredentialsWithoutABodyForTheSame() {
    assertThat(of(401, "")).isEqualTo(withCode(401, 20003));
  }

  @ParameterizedTest
  @CsvSource({"429, 20429", "400, 20429", "429, 0"})
  void waitsWhenAskedForFewerRequests(int status, int code) {
    assertThat(withCode(status, code))
        .isEqualTo(NotSent.because("Twilio asks for fewer requests (20429)"));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "0, 0",
    "'Fri, 12 Mar 2027 12:00:30 GMT', 29",
    "'Fri, 12 Mar 2027 11:00:00 GMT', 0",
    "999999999, 3600"
  })
  void waitsAsLongAsAsked(String retryAfter, long seconds) {
    var outcome = of(429, Map.of("retry-after", retryAfter), "");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            NotSent.class,
            waiting -> assertThat(waiting.retryAfter().map(Duration::toSeconds)).contains(seconds));
  }

  @Test
  void waitsOfItsOwnWhereNobodySaysHowLong() {
    assertThat(withCode(400, 21611))
        .isEqualTo(
            new NotSent(
                "The sender's queue is full (21611)", false, Optional.of(Duration.ofMinutes(5))));
    assertThat(withCode(400, 14107))
        .isEqualTo(
            new NotSent(
                "Too many replies to this number (14107)",
                false,
                Optional.of(Duration.ofSeconds(30))));
  }

  @ParameterizedTest
  @CsvSource({
    "500, '{\"code\":20500}'",
    "500, ''",
    "502, <html>",
    "503, '{\"code\":20503}'",
    "504, ''",
    "400, '{\"code\":20500}'",
    "400, '{\"code\":20503}'",
    "400, <html>",
    "400, '{}'",
    "403, '{\"code\":\"21211\"}'",
    "404, Not Found",
    "402, '{\"code\":21211}'",
    "418, '{}'",
    "302, ''",
    "204, ''",
    "201, ''",
    "201, '{}'",
    "201, '[]'",
    "201, '{\"status\":\"queued\"}'",
    "201, '{\"sid\":\"SM1\",\"status\":\"queued\"}'",
    "201, '{\"sid\":'",
    "500, '{\"code\":21211}'"
  })
  void doesNotKnow(int status, String body) {
    assertThat(of(status, body).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void doesNotKnowWhatBecameOfACanceledOne() {
    assertThat(of(201, message("canceled", "null")).kind()).isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void tellsWhetherTheFirstByteWasWritten() {
    assertThat(outcomes.of(new Failed(true, "The connection was refused")))
        .isEqualTo(NotSent.because("The connection was refused"));
    assertThat(outcomes.of(new Failed(false, "The connection was lost")).kind())
        .isEqualTo(Kind.UNKNOWN);
  }

  @Test
  void repeatsNothingOfTheVendors() {
    var told =
        "{\"code\":21999,\"message\":\"+12025550100 https://x.example\",\"more_info\":\"https://x\"}";

    assertThat(of(400, told).toString()).doesNotContain("+1202", "http");
  }
}
