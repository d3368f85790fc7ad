package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.event.WebhookSignature;
import io.tuco.core.message.StoredFile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, the sandbox and the webhooks of {@code /v1}, as a customer and a phone see them. */
@Tag("long")
final class V1LinesStoryTest {

  private static final String ADA = "+12025550161";
  private static final String BEN = "+12025550162";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final byte[] PNG = "\u0089PNG\r\n\u001a\n and pixels".getBytes(ISO_8859_1);

  private static final List<Heard> HEARD = new CopyOnWriteArrayList<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path directory;
  private static LoopbackProduct tuco;
  private static HttpServer sink;
  private static JsonHttp owner;
  private static String line;
  private static String sandbox;

  /** A request that reached the customer. */
  private record Heard(String path, Map<String, List<String>> headers, String text) {

    JsonNode body() {
      try {
        return JsonHttp.json(text);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    String header(String name) {
      return HttpHeaders.of(headers, (any, value) -> true).firstValue(name).orElse("");
    }
  }

  @BeforeAll
  static void open() throws Exception {
    tuco = new LoopbackProduct(directory);
    sink = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    sink.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          HEARD.add(
              new Heard(
                  exchange.getRequestURI().getPath(),
                  Map.copyOf(exchange.getRequestHeaders()),
                  body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    sink.start();
    line = tuco.macLine(tuco.device("", 0), "+12025550171", "").path("id").asText();
    sandbox =
        tuco.macLine(tuco.device("/mac-2", 0), "+12025550172", ",\"sandbox\":true")
            .path("id")
            .asText();
    owner = new JsonHttp(tuco.url(), keyOf(user("ada@example.com")));
    await().atMost(PATIENCE).until(() -> tuco.mac().callbacks() == 1);
  }

  @AfterAll
  static void close() throws Exception {
    tuco.close();
    sink.stop(0);
  }

  @Test
  void tellsBothKindsOfEndpointsOfOneMessageEachInItsOwnWords() throws Exception {
    var secret = webhook(line, "/sent", "message.sent", "receipt.read", "message.received");
    tuco.api()
        .post(
            "/api/webhooks",
            "{\"url\":\"%s/api-sent\",\"name\":\"api\",\"events\":[\"message.sent\"]}"
                .formatted(sinkUrl()));

    var id = tuco.sends("Hello \u2028 from <the> clinic", ADA);

    var heard = awaitHeard("/sent", "message.sent");
    var data = heard.body().path("data");
    assertThat(data.path("id").asText()).isEqualTo("msg_" + id);
    assertThat(data.path("outbox_id").asText()).isEqualTo("obx_" + id);
    assertThat(data.path("line_id").asText()).isEqualTo("ln_" + line);
    assertThat(data.path("line_handle").asText()).isEqualTo("+12025550171");
    assertThat(data.path("sender").asText()).isEqualTo("+12025550171");
    assertThat(data.path("text").asText()).isEqualTo("Hello \u2028 from <the> clinic");
    assertThat(data.path("guid").asText()).isNotBlank();
    assertThat(data.path("is_from_me").asBoolean()).isTrue();
    assertSigned(heard, secret);
    var other = awaitHeard("/api-sent", "message.sent");
    assertThat(other.body().path("messageId").asText()).isEqualTo(id);
    assertThat(other.header("webhook-id")).isEqualTo(heard.header("webhook-id"));
    assertThat(other.header("X-Webhook-Signature")).isEmpty();
    assertThat(heard.header("X-Tuco-Signature")).isEmpty();

    tuco.mac().reads(data.path("guid").asText());
    tuco.mac().receives(ADA, "thanks", "a.heic");
    var read = awaitHeard("/sent", "receipt.read").body().path("data");
    assertThat(read.path("handle").asText()).isEqualTo(ADA);
    assertThat(read.path("chat_id")).isEqualTo(data.path("chat_id"));
    var received = awaitHeard("/sent", "message.received").body().path("data");
    assertThat(received.path("text").asText()).isEqualTo("thanks");
    assertThat(received.path("sender").asText()).isEqualTo(ADA);
    assertThat(received.path("chat_id")).isEqualTo(data.path("chat_id"));
    assertThat(received.path("is_from_me").asBoolean()).isFalse();
    assertThat(received.path("attachments")).hasSize(1);
    assertThat(received.has("outbox_id")).isFalse();
  }

  @Test
  void sendsAFileThatIsKeptAndShowsItToWhoHasTheLink() throws Exception {
    var kept = upload(PNG);
    assertThat(kept.statusCode()).isEqualTo(201);
    var url = JsonHttp.json(kept.body()).path("url").asText();

    var read = read(url);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo(PNG);
    assertThat(read.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(read.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename*=UTF-8''x-ray.png");
    assertThat(read(url.substring(0, url.length() - 2) + "AA").statusCode()).isEqualTo(404);

    var id =
        LoopbackProduct.idOf(
            tuco.sends(
                "{\"message\":\"See\",\"recipientPhone\":\"%s\",\"attachmentUrls\":[\"%s\"],"
                        .formatted(BEN, url)
                    + "\"attachmentNames\":[\"x-ray.png\"]}"));
    tuco.awaitStatus(id, "sent");
    assertThat(tuco.mac().sent().toString()).contains("x-ray.png");
    var theirs = tuco.url() + "/files/" + foreignPass();
    assertThat(
            tuco.api()
                .post(
                    "/api/messages",
                    "{\"message\":\"See\",\"recipientPhone\":\"%s\",\"attachmentUrls\":[\"%s\"]}"
                        .formatted(BEN, theirs))
                .body()
                .path("error")
                .asText())
        .isEqualTo("Attachment URL does not belong to this organization");
  }

  @Test
  void takesAFileOfTheGreatestSizeFromTheWireAndNoneLarger() throws Exception {
    assertThat(upload(new byte[(int) StoredFile.MOST_BYTES]).statusCode()).isEqualTo(201);
    var larger = upload(new byte[(int) StoredFile.MOST_BYTES + 1]);
    assertThat(larger.statusCode()).isEqualTo(400);
    assertThat(larger.body()).contains("file_too_large");
    assertThat(upload(new byte[0]).body()).contains("empty_file");
  }

  @Test
  void pairsAPhoneOverTheWireAndTellsOfNobodyElse() throws Exception {
    var opened = owner.post("/v1/sandbox", "").body();
    assertThat(opened.path("status").asText()).isEqualTo("pending");
    assertThat(opened.path("sandbox_line_handle").asText()).isEqualTo("+12025550172");

    tuco.mac().receivesOn("mac-2", BEN, opened.path("activation_code").asText());
    await()
        .atMost(PATIENCE)
        .until(() -> owner.get("/v1/sandbox").body().path("status").asText().equals("active"));
    assertThat(owner.get("/v1/sandbox").body().path("contact_identifier").asText()).isEqualTo(BEN);

    webhook(owner, sandbox, "/sandbox", "message.received");
    tuco.mac().receivesOn("mac-2", ADA, "not for you");
    tuco.mac().receivesOn("mac-2", BEN, "for you");
    var heard = awaitHeard("/sandbox", "message.received");
    assertThat(heard.body().at("/data/text").asText()).isEqualTo("for you");
    assertThat(HEARD.stream().filter(each -> each.text().contains("not for you"))).isEmpty();
  }

  private static void assertSigned(Heard heard, String secret) {
    var timestamp = heard.header("X-Webhook-Timestamp");
    assertThat(heard.body().path("timestamp").asText()).isEqualTo(timestamp);
    assertThat(heard.body().path("delivery_id").asText())
        .isEqualTo(heard.header("X-Webhook-Delivery-Id"))
        .matches("dlv_[0-9a-f-]{36}");
    assertThat(heard.header("X-Webhook-Signature"))
        .isEqualTo(
            WebhookSignature.v1(
                WebhookSecret.parse(secret).orElseThrow(),
                Long.parseLong(timestamp),
                heard.text().getBytes(StandardCharsets.UTF_8)));
    var headers = HttpHeaders.of(heard.headers(), (name, value) -> true);
    assertThatNoException().isThrownBy(() -> new Webhook(secret).verify(heard.text(), headers));
  }

  private static String webhook(String lineId, String path, String... events) throws IOException {
    return webhook(tuco.api(), lineId, path, events);
  }

  private static String webhook(JsonHttp by, String lineId, String path, String... events)
      throws IOException {
    var answer =
        by.post(
            "/v1/webhooks",
            "{\"from\":\"ln_%s\",\"url\":\"%s%s\",\"events\":[\"%s\"]}"
                .formatted(lineId, sinkUrl(), path, String.join("\",\"", events)));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.body().path("secret").asText();
  }

  private static Heard awaitHeard(String path, String event) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                HEARD.stream()
                    .filter(heard -> heard.path().equals(path))
                    .filter(heard -> heard.body().path("event").asText().equals(event))
                    .findFirst(),
            found -> found.isPresent())
        .orElseThrow();
  }

  private static String sinkUrl() {
    return "http://127.0.0.1:" + sink.getAddress().getPort();
  }

  private static String user(String email) throws IOException {
    return tuco.admin()
        .post("/admin/workspaces/" + tuco.workspaceId() + "/users", "{\"email\":\"" + email + "\"}")
        .body()
        .at("/user/id")
        .asText();
  }

  private static String keyOf(String userId) throws IOException {
    return tuco.admin()
        .post(
            "/admin/workspaces/" + tuco.workspaceId() + "/keys",
            "{\"name\":\"v1\",\"dialect\":\"v1\",\"userId\":\"" + userId + "\"}")
        .body()
        .path("key")
        .asText();
  }

  /** What another workspace was shown as a link of its own. */
  private static String foreignPass() throws Exception {
    var other =
        tuco.admin()
            .post("/admin/workspaces", "{\"name\":\"Other\"}")
            .body()
            .at("/workspace/id")
            .asText();
    var key =
        tuco.admin()
            .post("/admin/workspaces/" + other + "/keys", "{\"name\":\"other\"}")
            .body()
            .path("key")
            .asText();
    var url = JsonHttp.json(upload(PNG, key).body()).path("url").asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static HttpResponse<String> upload(byte[] content) throws Exception {
    return upload(content, tuco.key());
  }

  private static HttpResponse<String> upload(byte[] content, String key) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(tuco.url() + "/v1/files"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "image/png")
            .header("X-Filename", "x-ray.png")
            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<byte[]> read(String url) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
