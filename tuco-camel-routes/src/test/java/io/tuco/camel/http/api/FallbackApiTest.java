package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.core.account.SmsAccount;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.workspace.AccountStop;
import io.tuco.core.workspace.Scope;
import java.util.Optional;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fallback configuration (API contract, section 12): what is shown, kept and refused. */
final class FallbackApiTest {

  private static final String SID = "AC0123456789abcdef0123456789ABCDEF";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final String CONFIGURED =
      "{\"enabled\":true,\"accountSid\":\""
          + SID
          + "\",\"authToken\":\"t0ken-secret\","
          + "\"fromNumber\":\"(202) 555-0180\"}";
  private static final String NOTHING =
      "{\"configured\":false,\"enabled\":false,\"provider\":\"twilio\",\"fromNumber\":null,"
          + "\"messagingServiceSid\":null,\"sendFallbackSmsOnFailed\":false,\"updatedAt\":null}";
  private static final String NOT_CONFIGURED =
      "{\"error\":\"sendFallbackSmsOnFailed is true but fallback SMS is not configured. Configure"
          + " fallback in workspace settings (Settings → Fallback) or set sendFallbackSmsOnFailed"
          + " to false.\",\"code\":\"FALLBACK_NOT_CONFIGURED\"}";

  private WorkspaceCalls fallback;

  @BeforeEach
  void open() throws Exception {
    fallback = new WorkspaceCalls("fallback-config");
  }

  @AfterEach
  void close() {
    fallback.close();
  }

  @Test
  void showsThatThereIsNone() {
    var answer = fallback.read();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(NOTHING);
  }

  @Test
  void keepsWhatIsSaidAndShowsItMasked() {
    var changed = fallback.change(CONFIGURED);

    var stored = fallback.stored(WORKSPACE).smsFallback();
    var box = fallback.api().world().secrets().box();
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body())
        .isEqualTo(
            "{\"configured\":true,\"enabled\":true,\"provider\":\"twilio\","
                + "\"accountSid\":\"AC****************************CDEF\","
                + "\"fromNumber\":\"+12025550180\",\"messagingServiceSid\":null,"
                + "\"sendFallbackSmsOnFailed\":false,\"updatedAt\":\"2027-03-12T12:00:00.123Z\"}");
    assertThat(fallback.read().body()).isEqualTo(changed.body());
    assertThat(box.open(stored.authToken().orElseThrow())).isEqualTo("t0ken-secret");
    assertThat(stored.accountSid()).contains(SID);
  }

  @Test
  void touchesNothingElse() {
    var before = fallback.stored(WORKSPACE);
    var other = fallback.stored(OTHER_WORKSPACE);

    fallback.change(CONFIGURED);

    assertThat(fallback.stored(WORKSPACE))
        .usingRecursiveComparison()
        .ignoringFields("smsFallback", "updatedAt")
        .isEqualTo(before);
    assertThat(fallback.stored(OTHER_WORKSPACE)).isEqualTo(other);
  }

  @Test
  void changesOneSenderForTheOther() {
    fallback.change(CONFIGURED);

    var byService = fallback.change("{\"messagingServiceSid\":\"" + SERVICE + "\"}");
    var byNumber = fallback.change("{\"fromNumber\":\"+12025550181\"}");

    assertThat(byService.body())
        .contains("\"fromNumber\":null,\"messagingServiceSid\":\"" + SERVICE + "\"");
    assertThat(byNumber.body())
        .contains("\"fromNumber\":\"+12025550181\",\"messagingServiceSid\":null");
  }

  @Test
  void showsThatItIsStoppedUntilItIsChanged() {
    fallback.change(CONFIGURED);
    var seen = fallback.stored(WORKSPACE).smsFallback();
    var stop = AccountStop.untilChanged("Twilio refused the credentials (20003)", NOW);
    fallback.api().world().stores().workspaces().stopFallback(WORKSPACE, seen, stop);

    var stopped = fallback.read();
    var changed = fallback.change("{\"enabled\":true}");

    assertThat(stopped.body())
        .endsWith(
            "\"stopped\":{\"reason\":\"Twilio refused the credentials (20003)\","
                + "\"since\":\"2027-03-12T12:00:00.123Z\"}}");
    assertThat(changed.body()).doesNotContain("stopped");
    assertThat(fallback.stored(WORKSPACE).smsFallback().stop()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0, false"})
  void showsWhatRestsForADayAsLongAsItDoes(long secondsLeft, boolean isShown) {
    fallback.change(CONFIGURED);
    var seen = fallback.stored(WORKSPACE).smsFallback();
    var stop = new AccountStop("Limit of today", NOW, Optional.of(NOW.plusSeconds(secondsLeft)));
    fallback.api().world().stores().workspaces().stopFallback(WORKSPACE, seen, stop);

    assertThat(fallback.read().body().contains("\"until\":\"2027-03-12T12:00:01.123Z\""))
        .isEqualTo(isShown);
  }

  @Test
  void clearsWhatIsNull() {
    fallback.change(CONFIGURED);

    var cleared =
        fallback.change(
            "{\"enabled\":null,\"accountSid\":null,\"authToken\":null,\"fromNumber\":null,"
                + "\"messagingServiceSid\":null,\"sendFallbackSmsOnFailed\":null,"
                + "\"provider\":null}");

    assertThat(cleared.body())
        .isEqualTo(
            NOTHING.replace("\"updatedAt\":null", "\"updatedAt\":\"2027-03-12T12:00:00.123Z\""));
    assertThat(fallback.stored(WORKSPACE).smsFallback().authToken()).isEmpty();
  }

  @Test
  void followsFailuresOnlyWhereItCouldSend() {
    var asked = "{\"sendFallbackSmsOnFailed\":true}";

    assertRefused(fallback.change(asked), 400, NOT_CONFIGURED);
    fallback.change(CONFIGURED.replace("\"enabled\":true", "\"enabled\":false"));
    assertRefused(fallback.change(asked), 400, NOT_CONFIGURED);
    assertThat(fallback.change("{\"enabled\":true,\"sendFallbackSmsOnFailed\":true}").body())
        .contains("\"sendFallbackSmsOnFailed\":true");
  }

  @Test
  void asksTwilioAboutTheAccountItIsToKeep() throws Exception {
    var probed = fallback.api().context().getEndpoint(ApiContext.SMS_PROBED, MockEndpoint.class);
    probed.expectedMessageCount(1);

    fallback.change(CONFIGURED);
    fallback.change("{\"fromNumber\":\"+12025550181\",\"enabled\":false}");

    probed.assertIsSatisfied();
    var account = probed.getExchanges().get(0).getMessage().getBody(SmsAccount.class);
    assertThat(account.accountSid()).isEqualTo(SID);
    assertThat(account.from().orElseThrow().value()).isEqualTo("+12025550180");
  }

  @Test
  void keepsNothingThatTwilioRefused() {
    answering(new DeviceProbe.CredentialsRefused());

    var answer = fallback.change(CONFIGURED);

    assertRefused(
        answer, 400, "{\"error\":\"Credentials were refused\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(fallback.read().body()).isEqualTo(NOTHING);
    assertThat(fallback.api().world().watched().writes()).isEmpty();
  }

  @Test
  void keepsNothingThatNobodyCouldAskAbout() {
    answering(new DeviceProbe.NoAnswer("The connection was refused"));

    var answer = fallback.change(CONFIGURED);

    assertRefused(
        answer, 502, "{\"error\":\"Twilio could not be reached\",\"code\":\"UPSTREAM_ERROR\"}");
    assertThat(fallback.api().world().watched().writes()).isEmpty();
  }

  @Test
  void isSwitchedOffWithoutTwilio() {
    fallback.change(CONFIGURED);
    answering(new DeviceProbe.NoAnswer("The connection was refused"));

    assertThat(fallback.change("{\"enabled\":false}").body()).contains("\"enabled\":false");
    assertThat(fallback.change("{\"enabled\":true}").status()).isEqualTo(502);
  }

  @Test
  void keepsWhatElseChangedWhileTwilioWasAsked() {
    var workspaces = fallback.api().world().stores().workspaces();
    fallback
        .api()
        .context()
        .getEndpoint(ApiContext.SMS_PROBED, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange -> workspaces.update(Fixtures.aWorkspace().named("Renamed").build()));

    fallback.change(CONFIGURED);

    assertThat(fallback.stored(WORKSPACE).name()).isEqualTo("Renamed");
    assertThat(fallback.stored(WORKSPACE).smsFallback().isConfigured()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"provider\":\"vonage\"} | Invalid provider. Must be twilio",
        "{\"accountSid\":\"AC123\"} | Invalid accountSid",
        "{\"accountSid\":\"MG0123456789abcdef0123456789abcdef\"} | Invalid accountSid",
        "{\"accountSid\":\"AC****************************CDEF\"} | Invalid accountSid",
        "{\"authToken\":\" \"} | Invalid authToken",
        "{\"fromNumber\":\"home\"} | Invalid fromNumber",
        "{\"messagingServiceSid\":\"MG1\"} | Invalid messagingServiceSid",
        "{\"fromNumber\":\"+12025550180\","
            + "\"messagingServiceSid\":\"MG0123456789abcdef0123456789abcdef\"}"
            + " | Provide either fromNumber or messagingServiceSid, not both",
        "{\"accountSid\":\"no\",\"enabled\":1} | enabled must be a boolean",
        "{\"authToken\":5} | authToken must be a string",
        "{\"sendFallbackSmsOnFailed\":\"true\"} | sendFallbackSmsOnFailed must be a boolean"
      })
  void refusesInTheDocumentedWords(String body, String error) {
    var answer = fallback.change(body);

    assertRefused(answer, 400, "{\"error\":\"" + error + "\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(fallback.api().world().watched().writes()).isEmpty();
  }

  @Test
  void isForKeysThatMay() {
    var world = fallback.api().world();
    var denied = "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}";
    var sender = world.keyAllowing(Scope.MESSAGES_WRITE, Scope.WORKSPACE_READ);
    var writer = world.keyAllowing(Scope.WORKSPACE_WRITE);
    var locked = world.keyOf(Fixtures.anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));

    assertThat(fallback.readAs(sender).status()).isEqualTo(200);
    assertRefused(fallback.changeAs(sender, CONFIGURED), 403, denied);
    assertRefused(fallback.readAs(writer), 403, denied);
    assertThat(fallback.readAs(locked).status()).isEqualTo(200);
    assertRefused(
        fallback.changeAs(locked, CONFIGURED),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }

  private void answering(DeviceProbe probe) {
    ApiContext.answering(fallback.api().context(), ApiContext.SMS_PROBED, probe);
  }
}
