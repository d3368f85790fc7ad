package io.tuco.camel.standalone.simulator;

import static io.tuco.camel.standalone.simulator.SimulatorFixture.CHAT;
import static io.tuco.camel.standalone.simulator.SimulatorFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callbacks are told (relay contract, section 6). */
final class WebhooksTest {

  private static final Path RECORDING =
      Path.of("../../shared/specs/bluebubbles/recorded_webhooks.json");

  @TempDir Path dataDir;

  private SimulatorFixture relay;
  private CallbackServer callback;

  @BeforeEach
  void start() throws IOException {
    relay = SimulatorFixture.in(dataDir);
    callback = CallbackServer.open();
    relay.post("webhook", callback.registration("*"));
  }

  @AfterEach
  void stop() {
    relay.close();
    callback.close();
  }

  @Test
  void tellsASendTwiceFirstWithItsTempGuid() {
    relay.text(CHAT, "t1", "hello");

    awaitEvents(2);
    assertThat(callback.types()).containsExactly("new-message", "new-message");
    assertThat(data(0).path("tempGuid").asText()).isEqualTo("t1");
    assertThat(data(1).has("tempGuid")).isFalse();
    assertThat(data(1).path("guid")).isEqualTo(data(0).path("guid"));
  }

  @Test
  void tellsASendItGaveUpOnOnceAndWithoutTempGuid() {
    relay.arm("{\"fault\":\"error_null_data\"}");

    relay.text(CHAT, "t1", "hello");
    receive("a mark");

    awaitEvents(2);
    assertThat(data(0).path("text").asText()).isEqualTo("hello");
    assertThat(data(0).has("tempGuid")).isFalse();
    assertThat(data(1).path("text").asText()).isEqualTo("a mark");
  }

  @Test
  void tellsWhatPeopleWrite() {
    receive("Is this still available?");

    awaitEvents(1);
    assertThat(data(0).path("isFromMe").asBoolean()).isFalse();
    assertThat(data(0).at("/handle/address").asText()).isEqualTo(PERSON);
    assertThat(data(0).path("text").asText()).isEqualTo("Is this still available?");
  }

  @Test
  void tellsDeliveryAndReadingOneAfterTheOther() {
    var guid = relay.text(CHAT, "t1", "hello").data().path("guid").asText();

    relay.control(
        "POST", "receipt", "{\"guid\":\"" + guid + "\",\"delivered\":true,\"read\":true}");

    awaitEvents(4);
    assertThat(callback.types()).endsWith("updated-message", "updated-message");
    assertThat(data(2).path("isDelivered").asBoolean()).isTrue();
    assertThat(data(2).path("dateRead").isNull()).isTrue();
    assertThat(data(3).path("dateRead").isNumber()).isTrue();
    assertThat(data(3).has("chats")).isFalse();
  }

  @Test
  void tellsErrorsWithTheTempGuid() {
    relay.arm("{\"fault\":\"error_22\"}");

    relay.text(CHAT, "t1", "hello");

    awaitEvents(1);
    assertThat(callback.types()).containsExactly("message-send-error");
    assertThat(data(0).path("error").asInt()).isEqualTo(22);
    assertThat(data(0).path("tempGuid").asText()).isEqualTo("t1");
  }

  @Test
  void losesAnOccasionWhole() {
    relay.arm("{\"fault\":\"drop_webhook\"}");

    relay.text(CHAT, "t1", "lost");
    receive("told");

    awaitEvents(1);
    assertThat(data(0).path("text").asText()).isEqualTo("told");
  }

  @Test
  void tellsAnOccasionTwice() {
    relay.arm("{\"fault\":\"duplicate_webhook\"}");

    receive("hello");

    awaitEvents(2);
    assertThat(data(1)).isEqualTo(data(0));
  }

  @Test
  void tellsOnlyWhatWasAskedForAndOnlyOfItsDevice() throws IOException {
    try (var second = CallbackServer.open()) {
      relay.onDevice("/mac-2", "POST", "webhook", second.registration("message-send-error"));
      relay.arm("{\"fault\":\"error_22\",\"device\":\"mac-2\"}");
      var body = SimulatorFixture.textBody(CHAT, "t1", "hello");

      relay.onDevice("/mac-2", "POST", "message/text", body);
      relay.onDevice("/mac-2", "POST", "message/text", body);

      Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> second.events().size() == 1);
      assertThat(second.types()).containsExactly("message-send-error");
      assertThat(callback.events()).isEmpty();
    }
  }

  @Test
  void keepsTheOrderOfAConversation() {
    for (var i = 0; i < 20; i++) {
      receive("number " + i);
    }

    awaitEvents(20);
    assertThat(callback.events())
        .extracting(event -> event.at("/data/text").asText())
        .startsWith("number 0", "number 1")
        .endsWith("number 18", "number 19")
        .isSortedAccordingTo((one, other) -> number(one) - number(other));
  }

  @Test
  void usesTheRecordedShapes() throws IOException {
    assumeTrue(Files.exists(RECORDING), "The recording is missing: " + RECORDING);
    var recorded = SimulatorFixture.json(Files.readString(RECORDING));

    receive("Is this still available?");
    var guid = relay.text(CHAT, "temp-123", "hello from us").data().path("guid").asText();
    relay.control("POST", "receipt", "{\"guid\":\"" + guid + "\",\"delivered\":true}");
    relay.control("POST", "receipt", "{\"guid\":\"" + guid + "\",\"read\":true}");
    relay.arm("{\"fault\":\"error_22\"}");
    relay.text(CHAT, "temp-124", "to a green bubble");

    awaitEvents(6);
    for (var i = 0; i < 6; i++) {
      assertThat(fields(callback.events().get(i)))
          .as("event " + i)
          .isEqualTo(fields(recorded.path(i).path("body")));
    }
  }

  private void receive(String text) {
    var answer =
        relay.control(
            "POST", "receive", "{\"address\":\"" + PERSON + "\",\"text\":\"" + text + "\"}");
    assertThat(answer.status()).isEqualTo(200);
  }

  private void awaitEvents(int count) {
    Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> callback.events().size() >= count);
    assertThat(callback.events()).hasSize(count);
  }

  private JsonNode data(int event) {
    return callback.events().get(event).path("data");
  }

  private static int number(String text) {
    return Integer.parseInt(text.substring("number ".length()));
  }

  private static List<String> fields(JsonNode event) {
    var fields = new ArrayList<String>(List.of(event.path("type").asText()));
    event.path("data").fieldNames().forEachRemaining(fields::add);
    event.at("/data/handle").fieldNames().forEachRemaining(fields::add);
    event.at("/data/chats/0").fieldNames().forEachRemaining(fields::add);
    return fields;
  }
}
