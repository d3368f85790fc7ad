package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.tuco.core.event.WebhookSecret;
import io.tuco.core.event.WebhookSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newcomer's ten minutes: run the demo, send, watch it arrive, hear of it by webhook. */
@Tag("long")
final class FirstMessageStoryTest {

  private record Heard(Headers headers, byte[] body) {}

  private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();
  private final HttpServer sink = sink();

  @AfterEach
  void stop() {
    sink.stop(0);
  }

  @Test
  void goesFromOneCallToTheDeviceAndBackToASignedWebhook(@TempDir Path data) throws Exception {
    try (var server = ServerProcess.demo(data)) {
      server.awaitReady();
      var api = server.api();
      var webhook =
          api.post(
              "/api/webhooks",
              "{\"url\":\"http://127.0.0.1:"
                  + sink.getAddress().getPort()
                  + "/hook\",\"events\":[\"message.sent\"],\"name\":\"sink\"}");

      var answer =
          api.post(
              "/api/messages",
              "{\"message\":\"Hi {{firstName|there}}\",\"recipientPhone\":\"+12025550100\"}");
      var id = answer.body().path("message").path("_id").asText();

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.body().path("status").asText()).isEqualTo("pending");
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> message(api, id).path("status").asText().equals("sent"));
      assertThat(message(api, id).path("externalMessageId").asText()).isNotBlank();
      assertThat(message(api, id).path("message").asText()).isEqualTo("Hi there");
      assertThat(texts(server)).containsExactly("Hi there");
      await().atMost(Duration.ofSeconds(5)).until(() -> !heard.isEmpty());
      isSignedFor(webhook.body().path("secret").asText(), id);
    }
  }

  @Test
  void hearsWhatThePersonAnswersAndThatItWasRead(@TempDir Path data) throws Exception {
    try (var server = ServerProcess.demo(data)) {
      server.awaitReady();
      var api = server.api();
      api.post(
          "/api/webhooks",
          "{\"url\":\"http://127.0.0.1:"
              + sink.getAddress().getPort()
              + "/hook\",\"events\":[\"message.reply\"],\"name\":\"sink\"}");
      var id =
          api.post("/api/messages", "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550100\"}")
              .body()
              .at("/message/_id")
              .asText();
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> message(api, id).path("status").asText().equals("sent"));
      var guid = message(api, id).path("externalMessageId").asText();

      var control = server.control();
      control.post("/receive", "{\"address\":\"+12025550100\",\"text\":\"Yes please\"}");
      control.post("/receipt", "{\"guid\":\"" + guid + "\",\"delivered\":true,\"read\":true}");

      await()
          .atMost(Duration.ofSeconds(90))
          .until(() -> api.get("/api/replies").body().path("total").asInt() == 1);
      assertThat(api.get("/api/replies").body().at("/replies/0/message").asText())
          .isEqualTo("Yes please");
      await().atMost(Duration.ofSeconds(5)).until(() -> !heard.isEmpty());
      var event = JsonHttp.json(new String(heard.remove().body(), UTF_8));
      assertThat(event.path("message").asText()).isEqualTo("Yes please");
      assertThat(event.path("originalMessageId").asText()).isEqualTo(id);
      await().atMost(Duration.ofSeconds(90)).until(() -> message(api, id).has("readAt"));
      assertThat(message(api, id).path("status").asText()).isEqualTo("delivered");
    }
  }

  @Test
  void findsTheDemoAgainAfterAKill(@TempDir Path data) throws Exception {
    try (var server = ServerProcess.demo(data)) {
      server.awaitReady();
      var before = server.facts();

      server.kill();
      server.startAgain();
      server.awaitReady();

      assertThat(server.facts()).isEqualTo(before);
    }
  }

  private static JsonNode message(JsonHttp api, String id) throws IOException {
    return api.get("/api/messages/" + id).body().path("message");
  }

  private static List<String> texts(ServerProcess server) throws IOException {
    return server.control().get("/sent").body().path("sent").findValuesAsText("text");
  }

  private void isSignedFor(String secret, String messageId) throws Exception {
    var delivery = heard.remove();
    var body = new String(delivery.body(), UTF_8);
    var headers = new HashMap<String, List<String>>();
    delivery
        .headers()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));

    new Webhook(secret).verify(body, HttpHeaders.of(headers, (name, value) -> true));
    assertThat(delivery.headers().getFirst("X-Tuco-Signature"))
        .isEqualTo(WebhookSignature.tuco(new WebhookSecret(secret), delivery.body()));
    assertThat(delivery.headers().getFirst("X-Tuco-Event")).isEqualTo("message.sent");
    assertThat(JsonHttp.json(body).path("messageId").asText()).isEqualTo(messageId);
    assertThat(JsonHttp.json(body).path("message").path("status").asText()).isEqualTo("sent");
  }

  private HttpServer sink() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/hook",
          exchange -> {
            heard.add(
                new Heard(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
