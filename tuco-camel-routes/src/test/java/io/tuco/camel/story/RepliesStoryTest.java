package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person answers: on the Mac or by text, told by callback or found when the callback is lost. */
@Tag("long")
final class RepliesStoryTest {

  private static final String ADA = "+12025550161";
  private static final String BEN = "+12025550162";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private HttpServer sink;
  private LoopbackProduct tuco;

  @BeforeEach
  void open() throws Exception {
    tuco = new LoopbackProduct(directory);
    sink = sink();
    var answer =
        tuco.api()
            .post(
                "/api/webhooks",
                "{\"url\":\"http://127.0.0.1:"
                    + sink.getAddress().getPort()
                    + "/\",\"name\":\"sink\",\"events\":[\"message.reply\",\"message.opened\"]}");
    assertThat(answer.status()).isEqualTo(201);
  }

  @AfterEach
  void close() throws Exception {
    tuco.close();
    sink.stop(0);
  }

  @Test
  void tellsOfAReplyThatTheMacReports() throws Exception {
    var line = tuco.macLine(tuco.device("", 0), "+12025550171", "").path("id").asText();
    awaitReporting();
    var id = tuco.sends("Shall we?", ADA);
    var sent = tuco.awaitStatus(id, "sent");

    tuco.mac().receives(ADA, "yes please", "a.heic");

    var row = awaitReplies(1).get(0);
    assertThat(row.path("message").asText()).isEqualTo("yes please");
    assertThat(row.path("recipientPhone").asText()).isEqualTo(ADA);
    assertThat(row.path("leadId").asText()).isEqualTo(sent.path("leadId").asText());
    assertThat(row.at("/parentMessages/0/messageId").asText()).isEqualTo(id);
    var event = awaitEvent("message.reply");
    assertThat(event.path("message").asText()).isEqualTo("yes please");
    assertThat(event.path("messageId")).isEqualTo(row.path("messageId"));
    assertThat(event.path("originalMessageId").asText()).isEqualTo(id);
    assertThat(event.path("originalMessage").asText()).isEqualTo("Shall we?");
    assertThat(event.path("fromLineId").asText()).isEqualTo(line);
    assertThat(event.path("phone").asText()).isEqualTo(ADA);
    assertThat(event.path("parentMessages")).hasSize(1);
    assertThat(event.at("/data/reply/messageId")).isEqualTo(row.path("messageId"));
    assertThat(event.at("/data/reply/recentReplies")).hasSize(1);
    assertThat(event.path("attachmentNames")).hasSize(1);
    assertThat(read(event.at("/attachmentUrls/0").asText())).isEqualTo("simulated a.heic");
    assertThat(tuco.message(row.path("messageId").asText()).path("replyToMessageId").asText())
        .isEqualTo(id);
    assertThat(tuco.api().get("/api/messages/" + id).body().toString()).doesNotContain("secret");
  }

  private static String read(String url) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(url)).build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains("a.heic");
    return answer.body();
  }

  @Test
  void tellsOnceThatAMessageWasRead() throws Exception {
    tuco.macLine(tuco.device("", 0), "+12025550171", "");
    awaitReporting();
    var id = tuco.sends("Hello", ADA);
    var guid = tuco.awaitStatus(id, "sent").path("externalMessageId").asText();

    tuco.mac().reads(guid);
    tuco.mac().reads(guid);

    var read = tuco.awaitStatus(id, "delivered");
    assertThat(read.path("readAt").asText()).isNotBlank();
    assertThat(awaitEvent("message.opened").at("/data/readAt").asText()).isNotBlank();
    assertThat(events).hasSize(1);
  }

  @Test
  void findsAReplyWhoseReportWasLost() throws Exception {
    tuco.mac().receives(BEN, "is anybody there?");
    tuco.macLine(tuco.device("", 0), "+12025550171", "");

    var row = awaitReplies(1).get(0);

    assertThat(row.path("message").asText()).isEqualTo("is anybody there?");
    assertThat(row.path("leadId").isNull()).isTrue();
    assertThat(awaitEvent("message.reply").has("leadId")).isFalse();
  }

  @Test
  void tellsOfAReplyByText() throws Exception {
    var line = tuco.smsLine().path("id").asText();
    var id =
        LoopbackProduct.idOf(
            tuco.sends(
                "{\"message\":\"Hi\",\"messageType\":\"sms\",\"recipientPhone\":\"%s\"}"
                    .formatted(ADA)));
    tuco.awaitStatus(id, "sent");
    var form =
        Map.of("MessageSid", "SM" + "ab".repeat(16), "From", ADA, "To", "+1", "Body", "Sure & ok");

    assertThat(tuco.textsIn(line, form)).isEqualTo(200);
    assertThat(tuco.textsIn(line, form)).isEqualTo(200);

    assertThat(awaitReplies(1).get(0).path("message").asText()).isEqualTo("Sure & ok");
    assertThat(awaitEvent("message.reply").path("originalMessageId").asText()).isEqualTo(id);
    assertThat(events).hasSize(1);
  }

  private void awaitReporting() {
    await().atMost(PATIENCE).until(() -> tuco.mac().callbacks() == 1);
  }

  private JsonNode awaitReplies(int count) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> tuco.api().get("/api/replies").body().path("replies"),
            replies -> replies.size() == count);
  }

  private JsonNode awaitEvent(String name) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> events.stream().filter(e -> e.path("event").asText().equals(name)).toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  private HttpServer sink() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          events.add(JsonHttp.json(body));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
