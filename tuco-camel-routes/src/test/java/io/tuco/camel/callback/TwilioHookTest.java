package io.tuco.camel.callback;

import static io.tuco.camel.callback.CallbackWorld.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio contract, sections 4 and 6. */
final class TwilioHookTest {

  private static final String SID = "SM" + "0b".repeat(16);

  private CallbackWorld tuco;

  @BeforeEach
  void open() throws Exception {
    tuco = new CallbackWorld();
  }

  @AfterEach
  void close() {
    tuco.close();
  }

  private CallbackWorld.Answer reports(String status) {
    return reports(SEND, CallbackWorld.TOKEN, form(status));
  }

  private CallbackWorld.Answer reports(String sendId, String token, Map<String, Object> form) {
    var url = CallbackWorld.PUBLIC_URL + "/hooks/twilio/status/" + sendId;
    return tuco.twilio(sendId, TwilioSignature.of(token, url, lists(form)), form);
  }

  private static Map<String, Object> form(String status) {
    Map<String, Object> form = new HashMap<>();
    form.put("MessageSid", SID);
    form.put("MessageStatus", status);
    form.put("To", "+12025550100");
    form.put("ANewOne", List.of("b", "a"));
    return form;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> lists(Map<String, Object> form) {
    return form.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    entry.getValue() instanceof String text
                        ? List.of(text)
                        : (List<String>) entry.getValue()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "scheduled", "queued", "sending", "sent"})
  void takesAReportForProofThatItLeft(String status) {
    tuco.texts().whoseAnswerIsMissing();

    var answer = reports(status);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers()).doesNotContainKey("Content-Type");
    assertThat(tuco.status()).isEqualTo("sent");
    assertThat(tuco.message().progress().externalId()).contains(SID);
    assertThat(tuco.woken).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "read"})
  void bringsDelivery(String status) {
    tuco.texts().taken(SID);

    assertThat(reports(status).status()).isEqualTo(204);

    assertThat(tuco.status()).isEqualTo("delivered");
  }

  @Test
  void settlesAnUnknownByTheNewsOfItsArrival() {
    tuco.texts().whoseAnswerIsMissing();

    reports("delivered");

    assertThat(tuco.status()).isEqualTo("delivered");
    assertThat(tuco.published).containsExactly(EventName.MESSAGE_SENT, EventName.MESSAGE_DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "undelivered", "canceled"})
  void failsWhatTheCarrierCouldNotDeliver(String status) {
    tuco.texts().taken(SID);
    var form = form(status);
    form.put("ErrorCode", "30006");

    assertThat(reports(SEND, CallbackWorld.TOKEN, form).status()).isEqualTo(204);

    assertThat(tuco.status()).isEqualTo("failed");
    assertThat(tuco.message().progress().errorMessage())
        .contains("The carrier could not deliver it (30006)");
  }

  @Test
  void takesOutALineOfWhichTheCarrierSaysThatNothingArrives() {
    tuco.texts().taken(SID);
    var form = form("undelivered");
    form.put("ErrorCode", "30034");

    reports(SEND, CallbackWorld.TOKEN, form);

    var health = tuco.line().accountHealth().orElseThrow();
    assertThat(tuco.status()).isEqualTo("failed");
    assertThat(health.stop()).isPresent();
    assertThat(health.failures()).containsExactly("The carrier could not deliver it (30034)");
  }

  @Test
  void hasNothingToSayToASignedReportOfASendThatIsNoneOfOurs() {
    tuco.texts().taken(SID);
    var form = form("delivered");
    form.put("AccountSid", CallbackWorld.ACCOUNT);

    var answer = reports("no-such-send", CallbackWorld.TOKEN, form);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(tuco.status()).isEqualTo("sent");
    assertThat(tuco.watched().writes()).isEmpty();
  }

  @Test
  void refusesAReportOfAnUnknownSendUnderAnotherAccountsToken() {
    tuco.texts();
    var form = form("delivered");
    form.put("AccountSid", CallbackWorld.ACCOUNT);
    var ofNobody = form("delivered");
    ofNobody.put("AccountSid", "AC" + "0".repeat(32));

    assertThat(reports("no-such-send", "another token", form).status()).isEqualTo(403);
    assertThat(reports("no-such-send", CallbackWorld.TOKEN, ofNobody).status()).isEqualTo(403);
    assertThat(reports("no-such-send", CallbackWorld.TOKEN, form("sent")).status()).isEqualTo(403);
  }

  @Test
  void neverLowersAStatus() {
    tuco.texts().taken(SID);

    for (var status : List.of("delivered", "undelivered", "sent", "queued", "delivered")) {
      assertThat(reports(status).status()).isEqualTo(204);
    }

    assertThat(tuco.status()).isEqualTo("delivered");
    assertThat(tuco.published).containsExactly(EventName.MESSAGE_DELIVERED);
  }

  @Test
  void doesNotTakeALateReportOfItsSendingForARecovery() {
    tuco.texts().taken(SID);

    for (var status : List.of("undelivered", "sent", "undelivered")) {
      assertThat(reports(status).status()).isEqualTo(204);
    }

    assertThat(tuco.status()).isEqualTo("failed");
    assertThat(tuco.published).containsExactly(EventName.MESSAGE_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "failed"})
  void asksForAnEndAgainThatCameBeforeTheAnswer(String status) {
    tuco.texts();

    var answer = reports(status);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsKey("Retry-After");
    assertThat(tuco.status()).isEqualTo("sending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"receiving", "partially_delivered", "a new word"})
  void takesNoteOfNothingElse(String status) {
    tuco.texts().taken(SID);

    assertThat(reports(status).status()).isEqualTo(204);

    assertThat(tuco.status()).isEqualTo("sent");
  }

  @Test
  void believesNobodyButTheAccountThatSent() {
    tuco.texts().whoseAnswerIsMissing();

    var wrong = reports(SEND, "another-token", form("sent"));
    var missing = tuco.twilio(SEND, "", form("sent"));
    var changed =
        tuco.twilio(
            SEND,
            TwilioSignature.of(
                CallbackWorld.TOKEN,
                CallbackWorld.PUBLIC_URL + "/hooks/twilio/status/" + SEND,
                lists(form("sent"))),
            form("delivered"));

    assertThat(List.of(wrong, missing, changed))
        .allSatisfy(
            answer -> {
              assertThat(answer.status()).isEqualTo(403);
              assertThat(answer.body()).isEqualTo("{\"error\":\"Forbidden\"}");
            });
    assertThat(tuco.status()).isEqualTo("unknown");
    assertThat(tuco.watched().writes()).isEmpty();
  }

  @Test
  void knowsNoAccountForASendThatIsNotOurs() {
    tuco.texts();

    assertThat(reports("send-2", CallbackWorld.TOKEN, form("sent")).status()).isEqualTo(403);
  }

  @Test
  void doesNotClaimToHaveStoredWhileTheStoreIsAway() {
    tuco.texts().whoseAnswerIsMissing();
    tuco.watched().goAway();

    assertThat(reports("sent").status()).isEqualTo(503);
  }
}
