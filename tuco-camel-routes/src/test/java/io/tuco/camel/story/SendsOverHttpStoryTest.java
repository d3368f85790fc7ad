package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.json.JsonTree;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.store.PageRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client may do with a key, from the first send to a webhook's end. */
final class SendsOverHttpStoryTest {

  private LoopbackApi api;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new LoopbackApi();
    key = api.world().key();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void showsWhatWasSentInAListAndByItself() {
    var sent =
        api.post(
            "/api/messages",
            key,
            "{\"message\":\"Grüße 😀\",\"recipientPhone\":\"(202) 555-0190\",\"status\":\"sent\","
                + "\"workspaceId\":\"org_other\",\"_id\":\""
                + Fixtures.id(1)
                + "\"}");
    var id = at(sent.body(), "message", "_id");

    var read = api.get("/api/messages/" + id, key);
    var list = api.get("/api/messages?status=pending&limit=1", key);

    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(sent.headers().firstValue("x-correlation-id").orElseThrow()).startsWith("app_");
    assertThat(at(read.body(), "message", "message")).isEqualTo("Grüße 😀");
    assertThat(at(read.body(), "message", "recipientPhone")).isEqualTo("+12025550190");
    assertThat(at(read.body(), "message", "fromLinePhone")).isEqualTo("+12025550171");
    assertThat(at(read.body(), "message", "workspaceId")).isEqualTo("org_sample");
    assertThat(at(list.body(), "pagination"))
        .isEqualTo(Map.of("page", 1, "limit", 1, "totalCount", 2, "totalPages", 2));
  }

  @Test
  void sendsOnceWhateverIsRepeatedUnderAKey() {
    var calls =
        IntStream.range(0, 8)
            .mapToObj(number -> CompletableFuture.supplyAsync(() -> sendUnderAKey("k-1")))
            .toList();

    var bodies = calls.stream().map(CompletableFuture::join).map(HttpResponse::body).toList();

    assertThat(bodies).containsOnly(sendUnderAKey("k-1").body());
    assertThat(sendUnderAKey("k-1").headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(at(api.get("/api/messages", key).body(), "pagination", "totalCount")).isEqualTo(2);
  }

  @Test
  void listsTheWholeDayOfABareDate() {
    var before = api.get("/api/messages?dateTo=2027-03-11", key);
    var within = api.get("/api/messages?dateFrom=2027-03-12&dateTo=2027-03-12", key);

    assertThat(at(before.body(), "pagination", "totalCount")).isEqualTo(0);
    assertThat(at(within.body(), "pagination", "totalCount")).isEqualTo(1);
  }

  @Test
  void showsAKeyThatIsBoundToLinesNothingElse() {
    var bound = api.world().keyOf(Fixtures.anApiKey().forLines(ApiWorld.INACTIVE_LINE));

    var messages = api.get("/api/messages", bound);
    var lines = api.get("/api/lines/by-user", bound);

    assertThat(at(messages.body(), "messages")).isEqualTo(List.of());
    assertThat(lines.body()).contains(ApiWorld.INACTIVE_LINE).doesNotContain(ApiWorld.LINE);
  }

  @Test
  void listsLinesWithTheDocumentedFields() {
    var answer = api.get("/api/lines/by-user", key);

    assertThat(answer.body())
        .startsWith(
            "{\"lines\":[{\"_id\":\""
                + ApiWorld.LINE
                + "\",\"workspaceId\":\"org_sample\","
                + "\"phone\":\"+12025550171\",\"firstName\":\"Front\",\"lastName\":\"Desk\","
                + "\"isActive\":true,\"provisioningStatus\":\"active\",\"lineType\":\"byon\","
                + "\"dailyNewConversationsLimit\":50,\"dailyTotalMessagesLimit\":75,"
                + "\"usage\":{\"date\":\"2027-03-12\",\"newConversationsCount\":0,"
                + "\"totalMessagesCount\":0},"
                + "\"healthCheck\":{\"status\":\"healthy\","
                + "\"lastCheckedAt\":\"2027-03-12T12:00:00.123Z\"},"
                + "\"createdAt\":\"2027-03-12T12:00:00.123Z\","
                + "\"updatedAt\":\"2027-03-12T12:00:00.124Z\",\"channel\":\"imessage\"}")
        .doesNotContain(ApiWorld.OTHER_LINE);
  }

  @Test
  void showsAWebhookSecretOnceAndKeepsItSealed() {
    var created =
        api.post(
            "/api/webhooks",
            key,
            "{\"url\":\"https://hooks.example/x\",\"name\":\"Mine\","
                + "\"events\":[\"message.failed\",\"message.sent\"]}");
    var id = at(created.body(), "id");
    var secret = (String) at(created.body(), "secret");

    var read = api.get("/api/webhooks/" + id, key);
    var list = api.get("/api/webhooks", key);

    var stored = api.world().stores().webhooks().find("org_sample", (String) id).orElseThrow();
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(at(created.body(), "events")).isEqualTo(List.of("message.sent", "message.failed"));
    assertThat(read.body() + list.body()).doesNotContain(secret).contains("\"failureCount\":0");
    assertThat(stored.secrets().current().text()).doesNotContain(secret);
    assertThat(api.world().secrets().box().open(stored.secrets().current())).isEqualTo(secret);
  }

  @Test
  void endsTheDeliveriesOfADeletedWebhook() {
    var url = "/api/webhooks/" + ApiWorld.WEBHOOK;
    var deleted = api.send(api.request(url).header("Authorization", "Bearer " + key).DELETE());

    assertThat(deleted.body()).isEqualTo("{\"success\":true}");
    assertThat(api.get(url, key).statusCode()).isEqualTo(404);
    assertThat(api.world().watched().writes())
        .containsExactly("WebhookStore.delete", "DeliveryStore.cancelAll");
  }

  @Test
  void forgetsARevokedKeyWithinFiveSeconds() {
    var stores = api.world().stores();
    var held = api.world().keyOf(Fixtures.anApiKey());
    assertThat(api.get("/api/messages", held).statusCode()).isEqualTo(200);

    var keys = stores.apiKeys().page("org_sample", PageRequest.first());
    keys.items().forEach(stored -> stores.apiKeys().delete(stored.id()));
    api.world().clock().advance(Duration.ofSeconds(3));

    assertThat(api.get("/api/messages", held).statusCode()).isEqualTo(401);
  }

  @Test
  void lets401TellNothingOfTheReason() {
    var expired = api.world().keyOf(Fixtures.anApiKey().expiringAt(Fixtures.NOW));
    var disabled = api.world().keyOf(Fixtures.anApiKey().disabled());

    for (var refused : List.of(expired, disabled, key.substring(1), key + "0", "", "null")) {
      var answer = api.get("/api/messages", refused);

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    }
  }

  private HttpResponse<String> sendUnderAKey(String word) {
    return api.send(
        api.request("/api/messages")
            .header("Authorization", "Bearer " + key)
            .header("Idempotency-Key", word)
            .POST(
                BodyPublishers.ofString(
                    "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550190\"}")));
  }

  private static Object at(String body, String... path) {
    Object node = JsonTree.parse(body.getBytes(StandardCharsets.UTF_8)).asObject().orElseThrow();
    for (var name : path) {
      node = ((Map<?, ?>) node).get(name);
    }
    return node;
  }
}
