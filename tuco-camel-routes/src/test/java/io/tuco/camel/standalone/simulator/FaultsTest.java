package io.tuco.camel.standalone.simulator;

import static io.tuco.camel.standalone.simulator.SimulatorFixture.CHAT;
import static io.tuco.camel.standalone.simulator.SimulatorFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each fault does to a send (settled answers, item 3). Webhook faults: {@link WebhooksTest}.
 */
final class FaultsTest {

  private static final String STRANGER = "iMessage;-;+12025550199";

  @TempDir Path dataDir;

  private SimulatorFixture relay;

  @BeforeEach
  void start() {
    relay = SimulatorFixture.in(dataDir);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void sendsAndThenNeverAnswers() {
    relay.arm("{\"fault\":\"timeout_after_send\"}");

    assertThatThrownBy(() -> impatiently("t1")).hasCauseInstanceOf(HttpTimeoutException.class);

    assertThat(relay.sent()).hasSize(1);
    assertThat(relay.query(CHAT)).hasSize(1);
  }

  @Test
  void neitherSendsNorAnswers() {
    relay.arm("{\"fault\":\"timeout_before_send\"}");

    assertThatThrownBy(() -> impatiently("t1")).hasCauseInstanceOf(HttpTimeoutException.class);

    assertThat(relay.sent()).isEmpty();
    assertThat(relay.query(CHAT)).isEmpty();
  }

  @Test
  void forgetsTheTempGuidOfACallerWhoGaveUp() {
    relay.arm("{\"fault\":\"timeout_before_send\"}");

    assertThatThrownBy(() -> impatiently("t1")).hasCauseInstanceOf(HttpTimeoutException.class);

    Awaitility.await()
        .atMost(5, TimeUnit.SECONDS)
        .until(() -> relay.text(CHAT, "t1", "hello").status() == 200);
    assertThat(relay.sent()).hasSize(1);
  }

  @Test
  void answersWithNullDataAlthoughTheMessageLeft() {
    relay.arm("{\"fault\":\"error_null_data\"}");

    var answer = relay.text(CHAT, "t1", "hello");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body().has("data")).isTrue();
    assertThat(answer.data().isNull()).isTrue();
    assertThat(relay.sent()).hasSize(1);
    assertThat(relay.query(CHAT).path(0).path("error").asInt()).isZero();
  }

  @Test
  void keepsTheMessageOfNullDataBackOnRequest() {
    relay.arm("{\"fault\":\"error_null_data\",\"sent\":false}");

    var answer = relay.text(CHAT, "t1", "hello");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(relay.sent()).isEmpty();
    assertThat(relay.query(CHAT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"error_22", "no_imessage"})
  void leavesARowWithTheErrorAndSendsNothing(String fault) {
    relay.arm("{\"fault\":\"" + fault + "\"}");

    var answer = relay.text(CHAT, "t1", "hello");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.data().path("error").asInt()).isEqualTo(22);
    assertThat(relay.query(CHAT).path(0).path("guid")).isEqualTo(answer.data().path("guid"));
    assertThat(relay.sent()).isEmpty();
  }

  @Test
  void tellsTheErrorByTheRowAlone() {
    relay.arm("{\"fault\":\"error_no_data\"}");

    var answer = relay.text(CHAT, "t1", "hello");

    assertThat(answer.detail()).startsWith("[500] Message sent with an error.");
    assertThat(answer.body().has("data")).isFalse();
    assertThat(relay.query(CHAT).path(0).path("error").asInt()).isEqualTo(22);
  }

  @Test
  void sendsNothingWhileTheHelperIsGone() {
    relay.arm("{\"fault\":\"helper_disconnected\"}");

    var answer = relay.text(CHAT, "t1", "hello");

    assertThat(answer.detail()).isEqualTo("iMessage Private API Helper is not connected!");
    assertThat(relay.query(CHAT)).isEmpty();
  }

  @Test
  void saysNoToLookUpsUntilCleared() {
    relay.arm("{\"fault\":\"no_imessage\",\"address\":\"" + PERSON + "\"}");

    var struck = availability("%2B12025550101");
    var again = availability("%2B12025550101");
    var other = availability("%2B12025550199");
    relay.control("DELETE", "faults", "");
    var afterwards = availability("%2B12025550101");

    assertThat(struck).isFalse();
    assertThat(again).isFalse();
    assertThat(other).isTrue();
    assertThat(afterwards).isTrue();
  }

  @Test
  void stallsAfterTheMessageLeftAndRefusesItsTwinMeanwhile() {
    relay.arm("{\"fault\":\"stall\",\"seconds\":0.5}");

    var stalled = relay.textLater(CHAT, "t1", "hello");
    Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> relay.sent().size() == 1);
    var twin = relay.text(CHAT, "t1", "hello");

    assertThat(stalled).isNotDone();
    assertThat(twin.status()).isEqualTo(400);
    assertThat(twin.detail()).isEqualTo("Message is already queued to be sent! (Temp GUID: t1)");
    assertThat(stalled.join().status()).isEqualTo(200);
    assertThat(relay.text(CHAT, "t1", "hello").status()).isEqualTo(200);
    assertThat(relay.sent()).hasSize(2);
  }

  @Test
  void letsAStalledMessageLeaveLateAndWithoutItsCaller() {
    relay.arm("{\"fault\":\"stall\",\"seconds\":1,\"late\":true}");

    assertThatThrownBy(() -> impatiently("t1")).hasCauseInstanceOf(HttpTimeoutException.class);

    assertThat(relay.sent()).isEmpty();
    Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> relay.sent().size() == 1);
  }

  @Test
  void claimsThatTheMessageIsQueued() {
    relay.arm("{\"fault\":\"in_flight_400\"}");

    var answer = relay.text(CHAT, "t1", "hello");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo("Message is already queued to be sent! (Temp GUID: t1)");
    assertThat(relay.sent()).isEmpty();
  }

  @Test
  void dropsConnectionsWhileDownButKeepsControl() {
    relay.arm("{\"fault\":\"down\",\"times\":2}");

    assertThatThrownBy(() -> relay.text(CHAT, "t1", "hello")).hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> relay.text(CHAT, "t2", "hello")).hasCauseInstanceOf(IOException.class);

    assertThat(relay.sent()).isEmpty();
    assertThat(relay.control("GET", "requests", "").body().path("requests"))
        .allMatch(request -> request.path("dropped").asBoolean());
    assertThat(relay.get("ping").status()).isEqualTo(200);
  }

  @Test
  void comesBackWhenTheOutageIsOver() {
    relay.arm("{\"fault\":\"down\",\"seconds\":0.3}");

    assertThatThrownBy(() -> relay.get("ping")).hasCauseInstanceOf(IOException.class);

    Awaitility.await()
        .atMost(5, TimeUnit.SECONDS)
        .ignoreExceptions()
        .until(() -> relay.get("ping").status() == 200);
  }

  @Test
  void strikesAsOftenAsToldAndOnlyWhoIsMeant() {
    relay.arm("{\"fault\":\"error_22\",\"times\":2,\"address\":\"" + PERSON + "\"}");

    assertThat(relay.text(STRANGER, "s1", "hello").status()).isEqualTo(200);
    assertThat(relay.text(CHAT, "t1", "hello").status()).isEqualTo(500);
    assertThat(relay.text("any;-;" + PERSON, "t2", "hello").status()).isEqualTo(500);
    assertThat(relay.text(CHAT, "t3", "hello").status()).isEqualTo(200);
  }

  @Test
  void strikesOneDeviceAlone() {
    relay.arm("{\"fault\":\"error_22\",\"device\":\"mac-2\"}");
    var body = SimulatorFixture.textBody(CHAT, "t1", "hello");

    assertThat(relay.post("message/text", body).status()).isEqualTo(200);
    assertThat(relay.onDevice("/mac-2", "POST", "message/text", body).status()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"times\":1} | The fault field is required.",
        "{\"fault\":\"rain\"} | The fault must be one of: timeout_after_send",
        "{\"fault\":\"error_22\",\"times\":0} | The times must be at least 1.",
        "{\"fault\":\"stall\"} | A stall needs seconds.",
        "{nonsense | The body must be JSON."
      })
  void refusesAnOrderItDoesNotUnderstand(String order, String complaint) {
    var answer = relay.arm(order);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("error").asText()).startsWith(complaint);
    assertThat(relay.control("GET", "faults", "").body().path("faults")).isEmpty();
  }

  private boolean availability(String address) {
    var answer = relay.get("handle/availability/imessage?address=" + address);
    return answer.data().path("available").asBoolean();
  }

  private void impatiently(String tempGuid) {
    var body = SimulatorFixture.textBody(CHAT, tempGuid, "hello");
    var request = relay.request("/api/v1/message/text", "POST", body);
    relay.now(request.timeout(Duration.ofMillis(400)));
  }
}
