package io.tuco.connectors.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of answers of the HubSpot contract, section 6, and completions. */
final class ActionResultTest {

  private final Desk desk = new Desk().set("client-secret", "s");

  @ParameterizedTest
  @CsvSource({
    "false, PENDING, false, -, SUCCESS",
    "false, SCHEDULED, false, -, SUCCESS",
    "true, PENDING, false, -, ASYNC",
    "true, QUEUED, false, -, ASYNC",
    "true, SCHEDULED, false, -, ASYNC",
    "true, SENDING, false, -, ASYNC",
    // Over before it was answered: nobody will tell it later.
    "true, SENT, false, -, SUCCESS",
    "true, DELIVERED, false, -, SUCCESS",
    "true, FALLBACK, false, No iMessage, SUCCESS",
    "true, FAILED, false, Refused, FAIL_CONTINUE",
    "true, CANCELLED, false, Opted out, FAIL_CONTINUE",
    // The double-send guard: the original's end is not this action's to wait for.
    "true, PENDING, true, -, SUCCESS",
    "false, -, false, Invalid messageType, FAIL_CONTINUE",
    "true, -, false, On the do-not-contact list, FAIL_CONTINUE",
  })
  void answers(boolean waits, String status, boolean skipped, String error, String state) {
    var outcome = outcome(status, skipped, error);

    var answer = desk.connector().hooks().orElseThrow().answer(order(waits), outcome);

    assertThat(answer.status()).isEqualTo(200);
    var fields = Desk.json(answer.body()).path("outputFields");
    assertThat(fields.path("hs_execution_state").asText()).isEqualTo(state);
    assertThat(fields.path("hs_expiration_duration").asText())
        .isEqualTo(state.equals("ASYNC") ? "P7D" : "");
    assertThat(fields.path("tuco_skipped").asText()).isEqualTo(String.valueOf(skipped));
    assertThat(fields.path("tuco_error").asText()).isEqualTo(error.equals("-") ? "" : error);
  }

  @Test
  void answersInFull() {
    var answer =
        desk.connector().hooks().orElseThrow().answer(order(false), outcome("PENDING", false, "-"));

    assertThat(Desk.json(answer.body()))
        .isEqualTo(
            Desk.json(
                "{'outputFields':{'tuco_message_id':'m1','tuco_status':'pending',"
                    + "'tuco_skipped':'false','tuco_error':'','hs_execution_state':'SUCCESS'}}"));
  }

  @Test
  void completesAnAction() {
    desk.hubspot.withCallback(Desk.PORTAL, "ap-1-2");

    assertThat(complete("ap-1-2", outcome("SENT", false, "-"))).isEqualTo(CrmDone.DONE);

    assertThat(desk.calls())
        .containsExactly("POST /automation/v4/actions/callbacks/ap-1-2/complete");
    assertThat(desk.lastBody())
        .isEqualTo(
            Desk.json(
                "{'outputFields':{'hs_execution_state':'SUCCESS','tuco_message_id':'m1',"
                    + "'tuco_status':'sent','tuco_skipped':'false','tuco_error':''},"
                    + "'typedOutputs':{}}"));
    assertThat(desk.lastRequest().status()).isEqualTo(204);
    assertThat(desk.hubspot.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SENT, SUCCESS",
    "DELIVERED, SUCCESS",
    "FALLBACK, SUCCESS",
    "FAILED, FAIL_CONTINUE",
    "CANCELLED, FAIL_CONTINUE",
    "-, FAIL_CONTINUE",
  })
  void saysHowItEnded(String status, String state) {
    desk.hubspot.withCallback(Desk.PORTAL, "ap-1");

    complete("ap-1", outcome(status, false, "-"));

    assertThat(desk.hubspot.completed(Desk.PORTAL).get("ap-1").path("hs_execution_state").asText())
        .isEqualTo(state);
  }

  @Test
  void isDoneWithAnActionThatHasExpired() {
    assertThat(complete("ap-gone", outcome("SENT", false, "-"))).isEqualTo(CrmDone.DONE);
    assertThat(desk.lastRequest().status()).isEqualTo(404);
  }

  @Test
  void completesUnderTheDatedPath() {
    desk.set("callback-path", "/automation/actions/callbacks/2026-03/complete");
    desk.hubspot.withCallback(Desk.PORTAL, "ap-1");

    complete("ap-1", outcome("SENT", false, "-"));

    assertThat(desk.hubspot.completed(Desk.PORTAL)).containsKey("ap-1");
    assertThat(desk.hubspot.violations()).isEmpty();
  }

  @Test
  void escapesACallbacksId() {
    complete("../x y?z", outcome("SENT", false, "-"));

    assertThat(desk.calls())
        .containsExactly("POST /automation/v4/actions/callbacks/..%2Fx%20y%3Fz/complete");
  }

  private CrmDone complete(String callback, SendOutcome outcome) {
    return desk.done(desk.connector().activities().report(desk.context(), callback, outcome));
  }

  private static SendOutcome outcome(String status, boolean skipped, String error) {
    var stored = Optional.of(status).filter(word -> !word.equals("-"));
    return new SendOutcome(
        stored.map(word -> "m1"),
        stored.map(MessageStatus::valueOf),
        skipped,
        false,
        Optional.empty(),
        Optional.of(error).filter(word -> !word.equals("-")));
  }

  private static SendOrder order(boolean waits) {
    return new SendOrder(
        "hs:1:x",
        Optional.of("Hello"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        CrmIds.none(),
        waits ? Optional.of("x") : Optional.empty());
  }
}
