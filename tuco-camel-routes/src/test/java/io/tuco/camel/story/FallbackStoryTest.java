package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A text follows where iMessage did not reach, and only there. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class FallbackStoryTest {

  private static LoopbackProduct tuco;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    tuco = new LoopbackProduct(directory);
    tuco.macLine(tuco.device(0), "+12025550171", "");
    tuco.canFallBack();
  }

  @AfterAll
  static void close() {
    tuco.close();
  }

  @Test
  void textsWhomIMessageCannotReach() throws Exception {
    tuco.mac().hasNoIMessageFor("+12025550111");

    var id = tuco.sends("Hi {{firstName|there}}", "+12025550111");
    var fallback = tuco.awaitStatus(id, "fallback");
    var textId = fallback.path("fallbackMessageId").asText();
    var sent = tuco.awaitStatus(textId, "sent");
    tuco.twilio()
        .reports(tuco.twilio().textsTo("+12025550111").get(0), "undelivered", Optional.of(30005));

    assertThat(fallback.path("reason").asText())
        .isEqualTo("Prospect's iMessage not available on +12025550111");
    assertThat(sent.path("fallbackOf").asText()).isEqualTo(id);
    assertThat(sent.path("messageType").asText()).isEqualTo("sms");
    assertThat(sent.path("message").asText()).isEqualTo("Hi there");
    assertThat(tuco.message(textId).path("status").asText()).isEqualTo("failed");
    assertThat(tuco.message(id).path("status").asText()).isEqualTo("fallback");
    assertThat(tuco.mac().sentTo("+12025550111")).isEmpty();
  }

  @Test
  void textsNobodyWhileItMayHaveArrived() throws Exception {
    tuco.mac().arm("timeout_before_send", "+12025550112", 1);

    var id = tuco.sends("Perhaps", "+12025550112");
    var unknown = tuco.awaitUnknown(id);

    assertThat(unknown.path("status").asText()).isEqualTo("sending");
    assertThat(unknown.at("/explanation/heldBy").asText()).isEqualTo("outcome_unknown");
    assertThat(unknown.has("fallbackMessageId")).isFalse();
    assertThat(tuco.twilio().textsTo("+12025550112")).isEmpty();
    var order = "{\"action\":\"confirm_sent\"}";
    assertThat(tuco.api().post("/api/messages/" + id + "/resolve", order).status()).isEqualTo(200);
  }

  @Test
  void sendsATextOfAWorkspaceWithoutAnSmsLineFromItsAccount() throws Exception {
    var id =
        LoopbackProduct.idOf(
            tuco.sends(
                "{\"messageType\":\"sms\",\"message\":\"Hi\",\"recipientPhone\":\"+12025550113\"}"));

    var sent = tuco.awaitStatus(id, "sent");

    assertThat(sent.path("externalMessageId").asText())
        .isEqualTo(tuco.twilio().textsTo("+12025550113").get(0).sid());
  }

  @Test
  void hearsFromTheDeviceThatItArrived() throws Exception {
    var id = tuco.sends("Hello", "+12025550114");
    var sent = tuco.awaitStatus(id, "sent");

    tuco.mac().delivers(sent.path("externalMessageId").asText());

    assertThat(tuco.awaitStatus(id, "delivered").path("deliveredAt").asText()).isNotEmpty();
  }
}
