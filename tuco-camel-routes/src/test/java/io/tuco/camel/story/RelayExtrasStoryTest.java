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

/** What a client asks a Mac besides sending: who has iMessage, typing, reactions, how it is. */
@Tag("long")
final class RelayExtrasStoryTest {

  private static final String ADA = "+12025550151";
  private static final String BEN = "+12025550152";

  @TempDir private Path directory;
  private LoopbackProduct tuco;
  private JsonNode line;

  @BeforeEach
  void open() throws Exception {
    tuco = new LoopbackProduct(directory);
    line = tuco.macLine(tuco.device(0), "+12025550171", "");
  }

  @AfterEach
  void close() throws Exception {
    tuco.close();
  }

  @Test
  void asksAMacWhoHasIMessageThreeSecondsApart() throws Exception {
    tuco.mac().hasNoIMessageFor(BEN);
    awaitHealthy();
    var begun = System.nanoTime();

    var answer =
        tuco.api()
            .post("/api/check-availability", "{\"addresses\":[\"%s\",\"%s\"]}".formatted(ADA, BEN));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().at("/results/0/available").asBoolean()).isTrue();
    assertThat(answer.body().at("/results/1/available").asBoolean(true)).isFalse();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(3));
  }

  @Test
  void typesUnderAMessageAndReactsToIt() throws Exception {
    var id = tuco.sends("Hi", ADA);
    tuco.awaitStatus(id, "sent");

    var typed = tuco.api().post("/api/messages/typing", "{\"messageId\":\"" + id + "\"}");
    var reacted =
        tuco.api()
            .post("/api/messages/react", "{\"messageId\":\"" + id + "\",\"reaction\":\"love\"}");

    assertThat(typed.body().path("typing").asBoolean()).isTrue();
    assertThat(reacted.status()).isEqualTo(200);
    assertThat(tuco.mac().sent()).hasSize(2);
  }

  @Test
  void doesNotReactTwiceWhenTheMacGivesNoAnswer() throws Exception {
    var id = tuco.sends("Hi", ADA);
    tuco.awaitStatus(id, "sent");
    tuco.mac().arm("error_null_data", 1);

    var reacted =
        tuco.api()
            .post("/api/messages/react", "{\"messageId\":\"" + id + "\",\"reaction\":\"laugh\"}");

    assertThat(reacted.status()).isEqualTo(502);
    assertThat(reacted.body().path("error").asText()).startsWith("BlueBubbles error: ");
    assertThat(tuco.mac().sent()).hasSize(2);
  }

  @Test
  void looksALeadUpAndTellsHowTheLineIs() throws Exception {
    awaitHealthy();
    var lead =
        tuco.api()
            .post("/api/leads", "{\"leads\":[{\"phone\":\"" + ADA + "\"}]}")
            .body()
            .path("leadId")
            .asText();

    var answer = tuco.api().get("/api/leads/check-availability?id=" + lead).body();
    var shown = tuco.api().get("/api/leads?id=" + lead).body();

    assertThat(answer.path("status").asText()).isEqualTo("available");
    assertThat(shown.at("/lead/availabilityStatus").asText()).isEqualTo("available");
    var health = tuco.api().get("/api/lines/check-availability?id=" + lineId()).body();
    assertThat(health.path("status").asText()).isEqualTo("healthy");
    var spam = tuco.api().get("/api/lines/spam-monitor").body().at("/lines/0");
    assertThat(spam.path("spamRisk").asText()).isEqualTo("low");
  }

  @Test
  void checksManyLeadsInTheBackground() throws Exception {
    awaitHealthy();
    var leads = new StringBuilder();
    for (var number = 0; number < 51; number++) {
      leads
          .append(number == 0 ? "" : ",")
          .append("{\"email\":\"n%d@example.com\"}".formatted(number));
    }
    var list =
        tuco.api().post("/api/leads", "{\"leads\":[" + leads + "]}").body().path("listId").asText();

    var answer = tuco.api().post("/api/leads/check-availability", "{\"listId\":\"" + list + "\"}");

    assertThat(answer.body().path("processingMode").asText()).isEqualTo("background");
    assertThat(answer.body().path("checked").asInt()).isEqualTo(51);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                tuco.api()
                    .get("/api/leads?limit=100&listId=" + list)
                    .body()
                    .toString()
                    .contains("\"availabilityStatus\":\"available\""));
  }

  private String lineId() {
    return line.path("id").asText();
  }

  private void awaitHealthy() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                tuco.api()
                    .get("/api/lines/check-availability?id=" + lineId())
                    .body()
                    .path("status")
                    .asText()
                    .equals("healthy"));
  }
}
