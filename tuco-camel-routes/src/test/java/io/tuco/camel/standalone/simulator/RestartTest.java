package io.tuco.camel.standalone.simulator;

import static io.tuco.camel.standalone.simulator.SimulatorFixture.CHAT;
import static io.tuco.camel.standalone.simulator.SimulatorFixture.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a simulator remembers when it is started again on the same directory. */
final class RestartTest {

  @TempDir Path dataDir;

  @Test
  void remembersWhatLeftAndNumbersOn() {
    try (var relay = SimulatorFixture.in(dataDir)) {
      relay.text(CHAT, "t1", "first");
      relay.arm("{\"fault\":\"error_22\"}");
      relay.text(CHAT, "t2", "refused");
      relay.control("POST", "receive", "{\"address\":\"" + PERSON + "\",\"text\":\"hi\"}");
    }

    try (var relay = SimulatorFixture.in(dataDir)) {
      relay.text(CHAT, "t3", "second");

      assertThat(relay.sent()).extracting(sent -> sent.path("n").asInt()).containsExactly(1, 2);
      assertThat(relay.sent())
          .extracting(sent -> sent.path("text").asText())
          .containsExactly("first", "second");
      assertThat(relay.query(CHAT))
          .extracting(row -> row.path("originalROWID").asInt() + " " + row.path("text").asText())
          .containsExactly("1 first", "2 refused", "3 hi", "4 second");
      assertThat(relay.query(CHAT)).extracting(row -> row.path("guid")).doesNotHaveDuplicates();
      assertThat(relay.control("GET", "requests", "").body().path("requests")).hasSize(5);
    }
  }

  @Test
  void remembersReceiptsReactionsAndAttachments() {
    String guid;
    String fileGuid;
    try (var relay = SimulatorFixture.in(dataDir)) {
      guid = relay.text(CHAT, "t1", "hello").data().path("guid").asText();
      relay.control("POST", "receipt", "{\"guid\":\"" + guid + "\",\"read\":true}");
      relay.post(
          "message/react",
          "{\"chatGuid\":\"%s\",\"selectedMessageGuid\":\"%s\",\"reaction\":\"love\"}"
              .formatted(CHAT, guid));
      relay.control(
          "POST", "receive", "{\"address\":\"" + PERSON + "\",\"attachments\":[\"photo.jpg\"]}");
      fileGuid = relay.query(CHAT).at("/2/attachments/0/guid").asText();
    }

    try (var relay = SimulatorFixture.in(dataDir)) {
      var rows = relay.query(CHAT);

      assertThat(rows.path(0).path("dateRead").isNumber()).isTrue();
      assertThat(rows.path(1).path("associatedMessageGuid").asText()).isEqualTo("p:0/" + guid);
      assertThat(rows.path(1).path("associatedMessageType").asText()).isEqualTo("love");
      assertThat(rows.path(2).path("text").asText()).isEqualTo("\ufffc");
      assertThat(relay.get("attachment/" + fileGuid + "/download").body().asText())
          .isEqualTo("simulated photo.jpg");
    }
  }

  @Test
  void remembersCallbacksButKeepsTheirSecretsOutOfTheLog() throws IOException {
    var hook = "{\"url\":\"http://127.0.0.1:9/hook?secret=abc\",\"events\":[\"new-message\"]}";
    try (var relay = SimulatorFixture.in(dataDir)) {
      relay.post("webhook", hook);
    }

    try (var relay = SimulatorFixture.in(dataDir)) {
      assertThat(relay.get("webhook").data().at("/0/url").asText()).endsWith("?secret=abc");
      assertThat(relay.post("webhook", hook).data().path("id").asInt()).isEqualTo(1);
    }
    var log = Files.readString(dataDir.resolve("relay-log.jsonl"));
    assertThat(log)
        .contains("http://127.0.0.1:9/hook")
        .doesNotContain("secret")
        .doesNotContain("abc");
  }

  @Test
  void passesOverATornLastLine() throws IOException {
    try (var relay = SimulatorFixture.in(dataDir)) {
      relay.text(CHAT, "t1", "first");
    }
    Files.writeString(
        dataDir.resolve("relay-log.jsonl"),
        "{\"type\":\"sent\",\"n\":2,\"dev",
        StandardOpenOption.APPEND);

    try (var relay = SimulatorFixture.in(dataDir)) {
      relay.text(CHAT, "t2", "second");
    }

    try (var relay = SimulatorFixture.in(dataDir)) {
      assertThat(relay.sent())
          .extracting(sent -> sent.path("text").asText())
          .containsExactly("first", "second");
    }
  }

  @Test
  void refusesALogSomebodyWroteInto() throws IOException {
    Files.writeString(dataDir.resolve("relay-log.jsonl"), "nonsense\n");

    assertThatThrownBy(() -> SimulatorFixture.in(dataDir))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Line 1 of");

    Files.delete(dataDir.resolve("relay-log.jsonl"));
    SimulatorFixture.in(dataDir).close();
  }

  @Test
  void refusesADirectoryAnotherOneWorksIn() {
    try (var relay = SimulatorFixture.in(dataDir)) {
      assertThatThrownBy(() -> SimulatorFixture.in(dataDir))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Another relay simulator is using");
      assertThat(relay.get("ping").status()).isEqualTo(200);
    }
  }
}
