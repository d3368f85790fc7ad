package io.tuco.camel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.core.event.EventName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Relay contract, sections 5.1 and 6. */
final class RelayHookTest {

  private static final Path RECORDING =
      Path.of("../../shared/specs/bluebubbles/recorded_webhooks.json");
  private static final String OWN = "\"isFromMe\":true,\"guid\":\"G-1\"";
  private static final String OUR_ECHO =
      event("new-message", OWN + ",\"tempGuid\":\"send-1.0\",\"error\":0");
  private static final String DELIVERED =
      event("updated-message", OWN + ",\"isDelivered\":true,\"dateDelivered\":1805025605000");

  private CallbackWorld tuco;

  @BeforeEach
  void open() throws Exception {
    tuco = new CallbackWorld();
  }

  @AfterEach
  void close() {
    tuco.close();
  }

  private static String event(String type, String fields) {
    return "{\"type\":\"" + type + "\",\"data\":{" + fields + "}}";
  }

  @Test
  void settlesAnUnknownByTheEchoOfItsToken() {
    tuco.sends().whoseAnswerIsMissing();

    var answer = tuco.relay(OUR_ECHO);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
    assertThat(tuco.status()).isEqualTo("sent");
    assertThat(tuco.message().progress().externalId()).contains("G-1");
    assertThat(tuco.published).containsExactly(EventName.MESSAGE_SENT);
    assertThat(tuco.woken).containsExactly("device:" + CallbackWorld.DEVICE);
  }

  @Test
  void recoversAFailureThatHadLeftAfterAll() {
    tuco.sends().whichFailed();

    tuco.relay(OUR_ECHO);

    assertThat(tuco.status()).isEqualTo("sent");
  }

  @Test
  void leavesToItsAnswerWhatIsUnderWay() {
    tuco.sends();

    assertThat(tuco.relay(OUR_ECHO).status()).isEqualTo(200);

    assertThat(tuco.status()).isEqualTo("sending");
  }

  @Test
  void bringsDeliveryOnceHoweverOftenItIsTold() {
    tuco.sends().taken("G-1");

    tuco.relay(DELIVERED);
    tuco.relay(DELIVERED);

    assertThat(tuco.status()).isEqualTo("delivered");
    assertThat(tuco.message().timeline().deliveredAt())
        .contains(Instant.ofEpochMilli(1805025605000L));
    assertThat(tuco.published).containsExactly(EventName.MESSAGE_DELIVERED);
  }

  @Test
  void fallsBackWhenTheDeviceTookItForNobodyOnIMessage() {
    tuco.sends().taken("G-1");

    tuco.relay(event("message-send-error", OWN + ",\"tempGuid\":\"send-1.0\",\"error\":22"));

    assertThat(tuco.status()).isEqualTo("fallback");
    assertThat(tuco.message().checkedAddresses()).containsExactly("+12025550100");
  }

  @Test
  void leavesAnotherErrorToTheDevicesRows() {
    tuco.sends().whoseAnswerIsMissing();

    tuco.relay(event("message-send-error", OWN + ",\"tempGuid\":\"send-1.0\",\"error\":4"));

    assertThat(tuco.status()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret=", "secret=wrong", "x=1"})
  void knowsNobodyWithoutTheDevicesSecret(String query) {
    tuco.sends().whoseAnswerIsMissing();

    var answer = tuco.relay(query, OUR_ECHO);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
    assertThat(tuco.status()).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"type\":5}",
        "{\"type\":\"new-message\",\"data\":\"x\"}",
        "{\"type\":\"new-message\",\"data\":{\"isFromMe\":\"yes\"}}"
      })
  void refusesWhatIsNoReport(String body) {
    assertThat(tuco.relay(body).status()).isEqualTo(400);
  }

  @Test
  void refusesMoreThanItReads() {
    assertThat(tuco.relay("{\"type\":\"" + "x".repeat(300_000) + "\"}").status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"type\":\"new-server\",\"data\":\"https://elsewhere.example\"}",
        "{\"type\":\"typing-indicator\",\"data\":{\"display\":true}}",
        "{\"type\":\"new-message\"}",
        "{\"type\":\"new-message\",\"data\":{\"isFromMe\":false,\"guid\":\"G-1\","
            + "\"isDelivered\":true}}"
      })
  void takesNoteOfNothingElse(String body) {
    tuco.sends().taken("G-1");

    assertThat(tuco.relay(body).status()).isEqualTo(200);

    assertThat(tuco.status()).isEqualTo("sent");
  }

  @Test
  void doesNotClaimToHaveStoredWhileTheStoreIsAway() {
    tuco.sends().whoseAnswerIsMissing();
    tuco.watched().goAway();

    var answer = tuco.relay(OUR_ECHO);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void followsTheRecordingFromEchoToReading() throws Exception {
    assumeTrue(Files.exists(RECORDING), "The recording is missing: " + RECORDING);
    tuco.sends().whoseAnswerIsMissing();
    var recording = Files.readString(RECORDING).replace("temp-123", "send-1.0");

    for (var event : new ObjectMapper().readTree(recording)) {
      assertThat(tuco.relay(event.path("body").toString()).status()).isEqualTo(200);
    }

    assertThat(tuco.status()).isEqualTo("delivered");
    assertThat(tuco.message().progress().externalId())
        .contains("0F0E0D0C-0000-4000-8000-000000000102");
    assertThat(tuco.message().timeline().readAt()).contains(Instant.ofEpochMilli(1767225700000L));
    assertThat(tuco.replies())
        .singleElement()
        .satisfies(
            reply -> {
              assertThat(reply.content().text()).isEqualTo("Is this still available?");
              assertThat(reply.recipient().phone().orElseThrow().value()).isEqualTo("+15551230001");
              assertThat(reply.timeline().createdAt())
                  .isEqualTo(Instant.ofEpochMilli(1767225600000L));
            });
    assertThat(tuco.published)
        .containsExactly(
            EventName.MESSAGE_REPLY,
            EventName.MESSAGE_SENT,
            EventName.MESSAGE_DELIVERED,
            EventName.MESSAGE_OPENED);
  }

  @Test
  void changesNothingWhenTheRecordingComesAgain() throws Exception {
    assumeTrue(Files.exists(RECORDING), "The recording is missing: " + RECORDING);
    tuco.sends().whoseAnswerIsMissing();
    var recording = Files.readString(RECORDING).replace("temp-123", "send-1.0");
    for (var event : new ObjectMapper().readTree(recording)) {
      tuco.relay(event.path("body").toString());
    }
    var message = tuco.message();
    var replies = tuco.replies();
    tuco.watched().writes().clear();

    for (var event : new ObjectMapper().readTree(recording)) {
      assertThat(tuco.relay(event.path("body").toString()).status()).isEqualTo(200);
    }

    assertThat(tuco.message()).isEqualTo(message);
    assertThat(tuco.replies()).isEqualTo(replies);
    assertThat(tuco.watched().writes()).isEmpty();
    assertThat(tuco.published).hasSize(4);
  }

  @Test
  void storesWhatAPersonWroteBeforeItAnswers() {
    tuco.sends().taken("G-1");

    var answer =
        tuco.relay(
            event(
                "new-message",
                "\"isFromMe\":false,\"guid\":\"G-2\",\"text\":\"yes\","
                    + "\"handle\":{\"address\":\"+12025550100\"},\"attributedBody\":[5]"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(tuco.replies()).extracting(reply -> reply.content().text()).containsExactly("yes");
    assertThat(tuco.published).contains(EventName.MESSAGE_REPLY);
  }

  @Test
  void storesNothingOfWhatAForgerWrote() {
    tuco.sends().taken("G-1");

    var answer =
        tuco.relay(
            "secret=" + tuco.deviceSecrets.of("another device"),
            event(
                "new-message",
                "\"isFromMe\":false,\"guid\":\"G-2\",\"text\":\"STOP\","
                    + "\"handle\":{\"address\":\"+12025550100\"}"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(tuco.replies()).isEmpty();
    assertThat(tuco.watched().writes()).isEmpty();
  }
}
