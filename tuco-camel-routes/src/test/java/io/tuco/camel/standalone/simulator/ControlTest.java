package io.tuco.camel.standalone.simulator;

import static io.tuco.camel.standalone.simulator.SimulatorFixture.CHAT;
import static io.tuco.camel.standalone.simulator.SimulatorFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the control endpoint shows and takes (settled answers, item 3). */
final class ControlTest {

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
  void showsWhatLeft() {
    var guid = relay.text(CHAT, "t1", "hello").data().path("guid").asText();

    var sent = relay.sent().path(0);

    assertThat(sent.path("n").asInt()).isEqualTo(1);
    assertThat(sent.path("at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(sent.path("chatGuid").asText()).isEqualTo(CHAT);
    assertThat(sent.path("address").asText()).isEqualTo(PERSON);
    assertThat(sent.path("text").asText()).isEqualTo("hello");
    assertThat(sent.path("attachments")).isEmpty();
    assertThat(sent.path("tempGuid").asText()).isEqualTo("t1");
    assertThat(sent.path("guid").asText()).isEqualTo(guid);
    assertThat(sent.path("kind").asText()).isEqualTo("text");
    assertThat(sent.path("device").asText()).isEqualTo("default");
  }

  @Test
  void narrowsWhatLeft() {
    relay.text(CHAT, "t1", "one");
    relay.onDevice("/mac-2", "POST", "message/text", SimulatorFixture.textBody(CHAT, "t2", "two"));

    var after = relay.control("GET", "sent?after=1", "").body().path("sent");
    var device = relay.control("GET", "sent?device=default", "").body().path("sent");

    assertThat(after).hasSize(1).allMatch(sent -> sent.path("device").asText().equals("mac-2"));
    assertThat(device).hasSize(1).allMatch(sent -> sent.path("text").asText().equals("one"));
  }

  @Test
  void showsAttachmentsThatLeft() {
    var form = new Form().with("chatGuid", CHAT).with("name", "a.txt").with("tempGuid", "a1");

    var answer =
        relay.now(
            relay
                .request("/api/v1/message/attachment", "POST", "")
                .setHeader("content-type", Form.TYPE)
                .POST(form.withFile().publisher()));

    var file = relay.sent().at("/0/attachments/0");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(file.path("name").asText()).isEqualTo("a.txt");
    assertThat(file.path("bytes").asInt()).isEqualTo("file bytes".length());
    assertThat(answer.data().at("/attachments/0/transferName").asText()).isEqualTo("a.txt");
    assertThat(relay.get("attachment/" + file.path("guid").asText() + "/download").body().asText())
        .isEqualTo("file bytes");
  }

  @Test
  void showsWhatWasAskedWithoutHealthQuestionsAndSecrets() {
    relay.get("ping");
    relay.get("server/info");
    relay.text(CHAT, "t1", "hello");
    relay.get("nope");

    var requests = relay.control("GET", "requests", "").body().path("requests");

    assertThat(requests)
        .extracting(
            request -> request.path("method").asText() + " " + request.path("path").asText())
        .containsExactly("POST /api/v1/message/text", "GET /api/v1/nope");
    assertThat(requests.at("/0/body/message").asText()).isEqualTo("hello");
    assertThat(requests.toString()).doesNotContain("secret");
  }

  @Test
  void isWellWhileItAnswers() {
    relay.onDevice("/mac-2", "GET", "ping", "");

    var health = relay.control("GET", "health", "");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().path("ok").asBoolean()).isTrue();
    assertThat(health.body().path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    assertThat(health.body().path("devices").has("mac-2")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "receive | {} | The address field is required.",
        "receive | {\"address\":\"+12025550101\"} | The text field is required.",
        "receive | {\"address\":\"+12025550101\",\"text\":7} | The text must be a string.",
        "receive | {\"address\":\"a@b.c\",\"text\":\"x\",\"device\":\"No\"} | No such device.",
        "receipt | {\"guid\":\"G\"} | A receipt says delivered, read or both.",
        "receipt | {\"guid\":\"G\",\"read\":true} | There is no message G.",
        "sent | {} | No such control: POST/sent"
      })
  void refusesWhatItDoesNotUnderstand(String call, String input, String complaint) {
    var answer = relay.control("POST", call, input);

    assertThat(answer.status()).isIn(400, 404);
    assertThat(answer.body().path("error").asText()).isEqualTo(complaint);
  }

  @Test
  void refusesWebPages() {
    var request = relay.request("/control/receive", "POST", "{}").header("origin", "http://evil");

    assertThat(relay.now(request).status()).isEqualTo(403);
  }
}
