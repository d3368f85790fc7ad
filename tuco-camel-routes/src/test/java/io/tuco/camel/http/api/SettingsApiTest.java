package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.workspace.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a workspace settles for itself (API contract, section 14). */
final class SettingsApiTest {

  private static final String DEFAULTS =
      "{\"timezone\":\"America/New_York\",\"defaultRegion\":\"US\","
          + "\"doubleSendGuard\":{\"enabled\":true,\"windowSeconds\":60,\"v1\":false},"
          + "\"answerTexts\":{\"confirmation\":\"You are unsubscribed and will receive no more"
          + " messages. Reply START to resubscribe.\",\"help\":\"Reply STOP to unsubscribe.\","
          + "\"start\":\"You are subscribed again.\"},"
          + "\"unknownPolicy\":{\"action\":\"hold\",\"afterHours\":null},"
          + "\"defaultWaitSeconds\":0,\"capResetTimezone\":\"UTC\","
          + "\"stopOnReply\":false,\"contactFirst\":false}";

  private WorkspaceCalls settings;

  @BeforeEach
  void open() throws Exception {
    settings = new WorkspaceCalls("settings");
  }

  @AfterEach
  void close() {
    settings.close();
  }

  @Test
  void showsTheDefaults() {
    var answer = settings.read();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(DEFAULTS);
  }

  @Test
  void keepsAndShowsWhatIsSaid() {
    var changed =
        settings.change(
            "{\"timezone\":\"Europe/Paris\",\"defaultRegion\":\"FR\",\"stopOnReply\":true,"
                + "\"doubleSendGuard\":{\"enabled\":false,\"windowSeconds\":86400,\"v1\":true},"
                + "\"answerTexts\":{\"confirmation\":\"Bye.\",\"help\":\"\",\"start\":\"Hi 👋\"},"
                + "\"unknownPolicy\":{\"action\":\"resend\",\"afterHours\":720},"
                + "\"defaultWaitSeconds\":30,\"contactFirst\":true,"
                + "\"capResetTimezone\":\"Asia/Kathmandu\",\"status\":\"x\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body())
        .isEqualTo(
            "{\"timezone\":\"Europe/Paris\",\"defaultRegion\":\"FR\","
                + "\"doubleSendGuard\":{\"enabled\":false,\"windowSeconds\":86400,\"v1\":true},"
                + "\"answerTexts\":{\"confirmation\":\"Bye.\",\"help\":\"\",\"start\":\"Hi 👋\"},"
                + "\"unknownPolicy\":{\"action\":\"resend\",\"afterHours\":720},"
                + "\"defaultWaitSeconds\":30,\"capResetTimezone\":\"Asia/Kathmandu\","
                + "\"stopOnReply\":true,\"contactFirst\":true}");
    assertThat(settings.read().body()).isEqualTo(changed.body());
  }

  @Test
  void leavesAloneWhatIsNotSaid() {
    var before = settings.stored(WORKSPACE);
    var other = settings.stored(OTHER_WORKSPACE);

    settings.change("{\"timezone\":null,\"unknownPolicy\":{}}");

    assertThat(settings.stored(WORKSPACE))
        .usingRecursiveComparison()
        .ignoringFields("updatedAt")
        .isEqualTo(before);
    assertThat(settings.stored(OTHER_WORKSPACE)).isEqualTo(other);
  }

  @Test
  void changesThePolicyByParts() {
    settings.change("{\"unknownPolicy\":{\"action\":\"resend\",\"afterHours\":6}}");

    var longer = settings.change("{\"unknownPolicy\":{\"afterHours\":12.0}}");
    var held = settings.change("{\"unknownPolicy\":{\"action\":\"hold\",\"afterHours\":null}}");

    assertThat(longer.body()).contains("{\"action\":\"resend\",\"afterHours\":12}");
    assertThat(held.body()).contains("{\"action\":\"hold\",\"afterHours\":null}");
  }

  @Test
  void changesTheAnswersOneByOne() {
    settings.change("{\"answerTexts\":{\"help\":\"Call 555 0100.\"}}");
    var changed = settings.change("{\"answerTexts\":{\"start\":\"\"}}");

    assertThat(changed.body())
        .contains("\"help\":\"Call 555 0100.\",\"start\":\"\"")
        .contains("\"confirmation\":\"You are unsubscribed");
  }

  @Test
  void refusesAnAnswerThatIsTooLong() {
    var longest = "x".repeat(1_600);

    assertThat(settings.change("{\"answerTexts\":{\"help\":\"" + longest + "\"}}").status())
        .isEqualTo(200);
    assertThat(settings.change("{\"answerTexts\":{\"help\":\"" + longest + "x\"}}").body())
        .contains("Invalid answerTexts.help");
  }

  @Test
  void countsDaysInAnotherZoneFromTheNextDayOn() {
    settings.change("{\"capResetTimezone\":\"Asia/Kathmandu\"}");

    var days = settings.stored(WORKSPACE).capDays();
    assertThat(days.zoneAt(Fixtures.NOW).getId()).isEqualTo("UTC");
    assertThat(days.chosen().getId()).isEqualTo("Asia/Kathmandu");
  }

  @Test
  void holdsForTheVeryNextCall() {
    settings.change("{\"defaultRegion\":\"GB\"}");

    var sent =
        settings
            .api()
            .call(
                "POST /api/messages",
                "/api/messages",
                settings.key(),
                "{\"message\":\"Hi\",\"recipientPhone\":\"020 7946 0018\"}");

    assertThat(sent.body()).contains("\"recipientPhone\":\"+442079460018\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"timezone\":\"EST\"} | Invalid timezone",
        "{\"timezone\":\"+02:00\"} | Invalid timezone",
        "{\"timezone\":5} | timezone must be a string",
        "{\"defaultRegion\":\"us\"} | Invalid defaultRegion",
        "{\"capResetTimezone\":\"Mars/Olympus\"} | Invalid capResetTimezone",
        "{\"doubleSendGuard\":{\"enabled\":1}} | doubleSendGuard.enabled must be a boolean",
        "{\"doubleSendGuard\":{\"windowSeconds\":0}} | Invalid doubleSendGuard.windowSeconds",
        "{\"doubleSendGuard\":{\"windowSeconds\":86401}}"
            + " | Invalid doubleSendGuard.windowSeconds",
        "{\"answerTexts\":{\"start\":1}} | answerTexts.start must be a string",
        "{\"defaultWaitSeconds\":31} | Invalid defaultWaitSeconds",
        "{\"defaultWaitSeconds\":-1} | Invalid defaultWaitSeconds",
        "{\"defaultWaitSeconds\":\"5\"} | Invalid defaultWaitSeconds",
        "{\"stopOnReply\":1} | stopOnReply must be a boolean",
        "{\"contactFirst\":\"yes\"} | contactFirst must be a boolean",
        "{\"unknownPolicy\":\"hold\"} | unknownPolicy must be a object",
        "{\"unknownPolicy\":{\"action\":\"retry\"}} | Invalid unknownPolicy.action",
        "{\"unknownPolicy\":{\"action\":\"resend\"}} | Invalid unknownPolicy.afterHours",
        "{\"unknownPolicy\":{\"action\":\"resend\",\"afterHours\":0}}"
            + " | Invalid unknownPolicy.afterHours",
        "{\"unknownPolicy\":{\"action\":\"resend\",\"afterHours\":721}}"
            + " | Invalid unknownPolicy.afterHours",
        "{\"unknownPolicy\":{\"action\":\"resend\",\"afterHours\":1.5}}"
            + " | Invalid unknownPolicy.afterHours",
        "{\"unknownPolicy\":{\"action\":\"hold\",\"afterHours\":5}}"
            + " | Invalid unknownPolicy.afterHours",
        "{\"unknownPolicy\":{\"afterHours\":5}} | Invalid unknownPolicy.afterHours"
      })
  void refusesInTheDocumentedWords(String body, String error) {
    var answer = settings.change(body);

    assertRefused(answer, 400, "{\"error\":\"" + error + "\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(settings.api().world().watched().writes()).isEmpty();
  }

  @Test
  void isForKeysThatMay() {
    var world = settings.api().world();
    var denied = "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}";
    var reader = world.keyAllowing(Scope.WORKSPACE_READ);
    var locked = world.keyOf(Fixtures.anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));

    assertRefused(settings.changeAs(reader, "{}"), 403, denied);
    assertRefused(settings.readAs(world.keyAllowing(Scope.WORKSPACE_WRITE)), 403, denied);
    assertThat(settings.readAs(locked).status()).isEqualTo(200);
    assertRefused(
        settings.changeAs(locked, "{}"),
        402,
        "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}");
  }
}
