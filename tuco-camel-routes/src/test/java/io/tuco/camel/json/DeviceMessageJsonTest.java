package io.tuco.camel.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.DeviceMessage.Reaction;
import io.tuco.core.intake.SendToken;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relay contract, sections 3 and 6. */
final class DeviceMessageJsonTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:00:00Z");

  private static Optional<DeviceMessage> read(String fields) {
    var tree = JsonTree.parse(("{" + fields + "}").getBytes(UTF_8)).asObject().orElseThrow();
    return DeviceMessageJson.read(tree, NOW);
  }

  private static DeviceMessage message(String fields) {
    return read("\"guid\":\"G-1\"," + fields).orElseThrow();
  }

  @Test
  void readsWhatAPersonWrote() {
    var message =
        message(
            "\"isFromMe\":false,\"text\":\"\ufffcSee this\",\"dateCreated\":1767225600000,"
                + "\"handle\":{\"address\":\"+15551230001\"},\"threadOriginatorGuid\":\"G-0\","
                + "\"dateEdited\":1767225601000,\"dateRead\":0,"
                + "\"attachments\":[{\"guid\":\"A-1\",\"transferName\":\"a.heic\","
                + "\"mimeType\":\"image/heic\",\"totalBytes\":12},{\"uti\":\"none\"},7]");

    assertThat(message.ours()).isFalse();
    assertThat(message.text()).isEqualTo("See this");
    assertThat(message.sender()).contains("+15551230001");
    assertThat(message.writtenAt()).isEqualTo(Instant.ofEpochMilli(1767225600000L));
    assertThat(message.context().answers()).contains("G-0");
    assertThat(message.changes().editedAt()).contains(Instant.ofEpochMilli(1767225601000L));
    assertThat(message.receipts().read()).isEmpty();
    assertThat(message.files()).singleElement().satisfies(f -> assertThat(f.bytes()).contains(12L));
  }

  @Test
  void readsWhatWeWrote() {
    var message = message("\"isFromMe\":true,\"tempGuid\":\"send-1.2\",\"error\":22");

    assertThat(message.ours()).isTrue();
    assertThat(message.token()).contains(new SendToken("send-1", 2));
    assertThat(message.hasNoIMessage()).isTrue();
    assertThat(message.sender()).isEmpty();
  }

  @Test
  void takesTheSenderFromTheChatWhereNoHandleNamesOne() {
    assertThat(message("\"chats\":[{\"guid\":\"any;-;a@example.com\",\"style\":45}]").sender())
        .contains("a@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"chats\":[{\"guid\":\"iMessage;+;chat1\",\"style\":43}]",
        "\"chats\":[{\"guid\":\"any;+;chat1\"}]"
      })
  void knowsAGroup(String fields) {
    assertThat(message(fields).context().group()).isPresent();
    assertThat(message(fields).sender()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "p:0/G-0, '\"love\"', G-0, love, false",
    "p:1/G-0, '\"-like\"', G-0, like, true",
    "bp:G-0, 2003, G-0, laugh, false",
    "G-0, '\"3005\"', G-0, question, true",
    "G-0, '\"sticker\"', G-0, sticker, false",
    "G-0, 2006, G-0, 2006, false",
  })
  void knowsAReaction(String to, String type, String guid, String word, boolean removed) {
    var fields = "\"associatedMessageGuid\":\"" + to + "\",\"associatedMessageType\":" + type;

    assertThat(message(fields).context().reaction()).contains(new Reaction(guid, word, removed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"associatedMessageGuid\":null,\"associatedMessageType\":null",
        "\"associatedMessageGuid\":\"G-0\",\"associatedMessageType\":0",
        "\"associatedMessageGuid\":\"G-0\",\"associatedMessageType\":\"\"",
        "\"associatedMessageType\":\"love\""
      })
  void takesNothingElseForOne(String fields) {
    assertThat(message(fields).context().reaction()).isEmpty();
  }

  @Test
  void makesTheMostOfWhatCannotBeRead() {
    var message =
        message(
            "\"isFromMe\":\"yes\",\"text\":5,\"dateCreated\":\"now\",\"handle\":7,\"chats\":{},"
                + "\"attachments\":null,\"error\":null,\"isDelivered\":1");

    assertThat(message.ours()).isFalse();
    assertThat(message.text()).isEmpty();
    assertThat(message.writtenAt()).isEqualTo(NOW);
    assertThat(message.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"guid\":5", "\"guid\":\" \"", "\"guid\":\"G-1\",\"itemType\":2"})
  void knowsNoMessageWithoutAnIdNorInAGroupsDoings(String fields) {
    assertThat(read(fields)).isEmpty();
  }
}
