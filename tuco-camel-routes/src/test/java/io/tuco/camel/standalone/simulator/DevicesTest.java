package io.tuco.camel.standalone.simulator;

import static io.tuco.camel.standalone.simulator.SimulatorFixture.CHAT;
import static io.tuco.camel.standalone.simulator.SimulatorFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several devices in one process, and what one of them finds in its messages. */
final class DevicesTest {

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
  void keepsTheMessagesOfDevicesApart() {
    relay.text(CHAT, "t1", "mine");
    var body = SimulatorFixture.textBody(CHAT, "t1", "theirs");

    var other = relay.onDevice("/mac-2", "POST", "message/text", body);

    assertThat(other.data().path("originalROWID").asInt()).isEqualTo(1);
    assertThat(relay.query(CHAT))
        .hasSize(1)
        .allMatch(row -> row.path("text").asText().equals("mine"));
    assertThat(relay.get("message/" + other.data().path("guid").asText()).status()).isEqualTo(404);
  }

  @Test
  void refusesANameThatIsNone() {
    assertThat(relay.onDevice("/Mac", "GET", "ping", "").status()).isEqualTo(404);
    assertThat(relay.onDevice("/a/b", "GET", "ping", "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iMessage", "any", "SMS", "RCS"})
  void findsAChatUnderAnyService(String service) {
    relay.text(CHAT, "t1", "hello");

    var rows = relay.query(service + ";-;" + PERSON);

    assertThat(rows).hasSize(1);
    assertThat(rows.path(0).has("tempGuid")).isFalse();
  }

  @Test
  void findsMessagesByTimeOrderAndPage() {
    relay.text(CHAT, "t1", "one");
    relay.text("iMessage;-;+12025550102", "t2", "two");
    var now = relay.text(CHAT, "t3", "three").data().path("dateCreated").asLong();

    assertThat(texts("{}")).containsExactly("three", "two", "one");
    assertThat(texts("{\"sort\":\"ASC\",\"limit\":1,\"offset\":1}")).containsExactly("two");
    assertThat(texts("{\"after\":" + (now - 15_000) + ",\"before\":" + now + "}")).hasSize(3);
    assertThat(texts("{\"after\":" + (now + 15_000) + "}")).isEmpty();
    assertThat(texts("{\"before\":" + (now - 15_000) + "}")).isEmpty();
  }

  @Test
  void toleratesWhatItDoesNotHeed() {
    relay.text(CHAT, "t1", "one");

    assertThat(texts("{\"with\":[\"chat\"],\"where\":[{\"statement\":\"x\",\"args\":{}}]}"))
        .containsExactly("one");
  }

  @Test
  void findsOneMessage() {
    var guid = relay.text(CHAT, "t1", "one").data().path("guid").asText();

    var answer = relay.get("message/" + guid + "?with=chats,attachments");

    assertThat(guid).matches("[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}");
    assertThat(answer.data().path("text").asText()).isEqualTo("one");
    assertThat(answer.data().at("/chats/0/guid").asText()).isEqualTo(CHAT);
  }

  @Test
  void typesAndReads() {
    var chat = "chat/" + CHAT.replace(";", "%3B").replace("+", "%2B");

    assertThat(relay.post(chat + "/typing", "").status()).isEqualTo(200);
    assertThat(relay.onDevice("", "DELETE", chat + "/typing", "").status()).isEqualTo(200);
    assertThat(relay.post(chat + "/read", "").status()).isEqualTo(200);
  }

  @Test
  void reactsToWhatIsThereOnly() {
    var guid = relay.text(CHAT, "t1", "one").data().path("guid").asText();

    var loved = relay.post("message/react", reaction(guid, "love"));

    assertThat(loved.data().path("associatedMessageType").asText()).isEqualTo("love");
    assertThat(relay.post("message/react", reaction("NONE", "love")).detail())
        .isEqualTo("Selected message does not exist!");
    assertThat(relay.post("message/react", reaction(guid, "hate")).detail())
        .isEqualTo("The selected reaction is invalid.");
  }

  private static String reaction(String guid, String reaction) {
    return "{\"chatGuid\":\"%s\",\"selectedMessageGuid\":\"%s\",\"reaction\":\"%s\"}"
        .formatted(CHAT, guid, reaction);
  }

  private List<String> texts(String query) {
    var texts = new ArrayList<String>();
    relay.post("message/query", query).data().forEach(row -> texts.add(row.path("text").asText()));
    return texts;
  }
}
