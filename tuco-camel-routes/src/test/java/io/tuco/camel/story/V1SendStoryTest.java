package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that knows messages.dev, against the whole product: from a call to the Mac and back.
 */
@Tag("long")
final class V1SendStoryTest {

  private static final String FRONT = "+12025550171";
  private static final String ADA = "+12025550161";
  private static final String BEN = "+12025550162";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;
  private LoopbackProduct tuco;
  private JsonHttp v1;
  private String line;

  @BeforeEach
  void open() throws Exception {
    tuco = new LoopbackProduct(directory);
    line = tuco.macLine(tuco.device(0), FRONT, "").path("id").asText();
    var key =
        tuco.admin()
            .post(
                "/admin/workspaces/" + tuco.workspaceId() + "/keys",
                "{\"name\":\"crm\",\"dialect\":\"v1\"}")
            .body()
            .path("key")
            .asText();
    assertThat(key).startsWith("sk_live_");
    v1 = new JsonHttp(tuco.url(), key);
  }

  @AfterEach
  void close() throws Exception {
    tuco.close();
  }

  @Test
  void goesFromACallToTheMacAndIsSeenByEitherInterface() throws Exception {
    var id = sends(ADA, "\"text\":\"Hi {{firstName}} {you}\"");

    var item = awaitItem(id, "sent");

    assertThat(item.path("attempts").asInt()).isEqualTo(1);
    assertThat(item.path("completed_at").asLong()).isPositive();
    assertThat(item.at("/payload/text").asText()).isEqualTo("Hi {{firstName}} {you}");
    assertThat(tuco.mac().sentTo(ADA))
        .extracting(text -> text.path("text").asText())
        .containsExactly("Hi {{firstName}} {you}");
    assertThat(tuco.message(hexOf(id)).path("status").asText()).isEqualTo("sent");

    var other = tuco.sends("From the other side", ADA);
    tuco.awaitStatus(other, "sent");

    var said = said(ADA);
    assertThat(said).hasSize(2);
    assertThat(said.path(0).path("outbox_id").asText()).isEqualTo("obx_" + other);
    assertThat(said.path(1).path("guid").asText())
        .isEqualTo(tuco.message(hexOf(id)).path("externalMessageId").asText());
  }

  @Test
  void writesOnlyToThoseWhoWroteFirstAndAnswersThem() throws Exception {
    tuco.admin().patch("/admin/lines/" + line, "{\"contactFirst\":true}");

    var refused = v1.post("/v1/messages", body(BEN, "\"text\":\"Hi\""));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().at("/error/code").asText()).isEqualTo("contact_has_not_messaged");

    tuco.mac().receives(BEN, "Anybody there?");
    var heard =
        await().atMost(PATIENCE).until(() -> said(BEN), messages -> messages.size() == 1).path(0);
    var id = sends(BEN, "\"text\":\"Yes\",\"reply_to\":\"" + heard.path("id").asText() + "\"");
    awaitItem(id, "sent");

    assertThat(heard.path("sender").asText()).isEqualTo(BEN);
    assertThat(heard.path("is_from_me").asBoolean()).isFalse();
    assertThat(said(BEN).path(0).path("reply_to_guid")).isEqualTo(heard.path("guid"));
    assertThat(tuco.mac().sentTo(BEN)).hasSize(1);
  }

  @Test
  void seesAndDoesWhatIsNoMessage() throws Exception {
    var id = sends(ADA, "\"text\":\"Hi\"");
    awaitItem(id, "sent");
    var message = said(ADA).path(0);
    var about = "\"message_id\":\"" + message.path("id").asText() + "\",\"type\":\"love\"";

    awaitItem(orders("reactions", about), "sent");
    awaitItem(orders("typing", "\"state\":\"on\""), "sent");
    awaitItem(orders("receipts", "\"unknown\":1"), "sent");
    tuco.mac().reads(message.path("guid").asText());

    var chat = list("chats?from=ln_" + line).path(0);
    assertThat(chat.path("identifier").asText()).isEqualTo(ADA);
    assertThat(chat.path("last_message_at").asLong()).isEqualTo(message.path("sent_at").asLong());
    var withAda = "?from=ln_" + line + "&to=" + chat.path("id").asText();
    await().atMost(PATIENCE).until(() -> list("receipts" + withAda).size() == 1);
    await()
        .atMost(PATIENCE)
        .until(() -> list("reactions?message_id=" + message.path("id").asText()).size() == 1);
    assertThat(list("typing" + withAda)).isEmpty();
  }

  private String orders(String path, String more) throws Exception {
    var answer = v1.post("/v1/" + path, body(ADA, more));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private JsonNode list(String call) throws Exception {
    return v1.get("/v1/" + call).body().path("data");
  }

  @Test
  void saysThatThereIsNoIMessage() throws Exception {
    tuco.mac().hasNoIMessageFor(BEN);

    var item = awaitItem(sends(BEN, "\"text\":\"Hi\""), "failed");

    assertThat(item.path("error").asText()).isEqualTo("Recipient is not available on iMessage.");
  }

  private String sends(String to, String more) throws Exception {
    var answer = v1.post("/v1/messages", body(to, more));
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("id").asText();
  }

  private JsonNode said(String person) throws Exception {
    return v1.get("/v1/messages?from=ln_" + line + "&to=" + person.replace("+", "%2B"))
        .body()
        .path("data");
  }

  private JsonNode awaitItem(String id, String status) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> v1.get("/v1/outbox?id=" + id).body(),
            item -> item.path("status").asText().equals(status));
  }

  private static String hexOf(String id) {
    return id.substring("obx_".length());
  }

  private static String body(String to, String more) {
    return "{\"from\":\"" + FRONT + "\",\"to\":\"" + to + "\"," + more + "}";
  }
}
