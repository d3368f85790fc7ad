package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.http.StatusCodes;
import io.tuco.core.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people may order about messages that wait or that nobody knows the outcome of. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("long")
final class OrdersStoryTest {

  private static final AtomicInteger TEXTS = new AtomicInteger();
  private static LoopbackProduct tuco;

  @BeforeAll
  static void open(@TempDir Path directory) throws Exception {
    tuco = new LoopbackProduct(directory);
    tuco.macLine(tuco.device(0), "+12025550171", "");
  }

  @AfterAll
  static void close() {
    tuco.close();
  }

  /** In words of its own, or it would be a double send. */
  private static JsonNode waitingFor(String phone) throws IOException {
    return tuco.sends(
        "{\"message\":\"Later %d\",\"recipientPhone\":\"%s\",\"scheduledDate\":\"2099-01-01T00:00:00Z\"}"
            .formatted(TEXTS.incrementAndGet(), phone));
  }

  private static JsonHttp.Answer cancels(String body) throws IOException {
    return tuco.api().post("/api/messages/cancel-for-lead", body);
  }

  private static JsonHttp.Answer resolves(String id, String action) throws IOException {
    return tuco.api().post("/api/messages/" + id + "/resolve", "{\"action\":\"" + action + "\"}");
  }

  private static String ofUnknownOutcome(String phone) throws Exception {
    tuco.mac().arm("timeout_before_send", phone, 1);
    var id = tuco.sends("Perhaps", phone);
    tuco.awaitUnknown(id);
    return id;
  }

  @Test
  void cancelWhatWaitsForALeadAndThenNothing() throws Exception {
    var first = waitingFor("+12025550131");
    var second = waitingFor("+12025550131");
    var lead = first.path("leadId").asText();
    var order = "{\"leadId\":\"" + lead + "\"}";

    var answer = cancels(order);
    var again = cancels(order);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            JsonHttp.json(
                "{\"success\":true,\"cancelledCount\":2,\"jobsRemovedFromQueue\":2,\"leadId\":\"%s\",\"messageIds\":[\"%s\",\"%s\"]}"
                    .formatted(lead, LoopbackProduct.idOf(first), LoopbackProduct.idOf(second))));
    assertThat(again.body())
        .isEqualTo(
            JsonHttp.json(
                "{\"success\":true,\"cancelledCount\":0,\"jobsRemovedFromQueue\":0,\"leadId\":\"%s\",\"messageIds\":[]}"
                    .formatted(lead)));
    assertThat(tuco.message(LoopbackProduct.idOf(first)).path("status").asText())
        .isEqualTo("cancelled");
  }

  @Test
  void cancelByPhoneAndForNobodyAtAll() throws Exception {
    var waiting = waitingFor("+12025550132");

    var answer = cancels("{\"recipientPhone\":\"(202) 555-0132\"}");
    var nobody = cancels("{\"recipientEmail\":\"nobody@example.org\"}");

    assertThat(answer.body().path("cancelledCount").asInt()).isEqualTo(1);
    assertThat(answer.body().path("leadId")).isEqualTo(waiting.path("leadId"));
    assertThat(nobody.body())
        .isEqualTo(
            JsonHttp.json(
                "{\"success\":true,\"cancelledCount\":0,\"jobsRemovedFromQueue\":0,\"leadId\":null,\"messageIds\":[]}"));
    assertThat(cancels("{}").body().path("error").asText())
        .isEqualTo("Either leadId, recipientPhone, or recipientEmail is required");
    assertThat(cancels("{\"leadId\":\"x\"}").body().path("error").asText())
        .isEqualTo("Invalid leadId");
  }

  @Test
  void settleAnUnknownOneWayOrTheOther() throws Exception {
    var confirmed = ofUnknownOutcome("+12025550133");
    var sent = resolves(confirmed, "confirm_sent");
    var denied = ofUnknownOutcome("+12025550134");
    var failed = resolves(denied, "confirm_not_sent");
    var repeated = ofUnknownOutcome("+12025550135");
    var again = resolves(repeated, "resend");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.body().at("/message/status").asText()).isEqualTo("sent");
    assertThat(failed.body().at("/message/status").asText()).isEqualTo("failed");
    assertThat(again.body().at("/message/status").asText()).isEqualTo("pending");
    tuco.awaitStatus(repeated, "sent");
    assertThat(tuco.mac().sentTo("+12025550135")).hasSize(1);
    assertThat(tuco.mac().sentTo("+12025550134")).isEmpty();
  }

  @Test
  void areRefusedInTheContractsWords() throws Exception {
    var waiting = LoopbackProduct.idOf(waitingFor("+12025550136"));

    assertThat(resolves(waiting, "confirm_sent").toString())
        .isEqualTo(
            new JsonHttp.Answer(
                    409,
                    JsonHttp.json(
                        "{\"error\":\"Message outcome is not"
                            + " unknown\",\"code\":\"OUTCOME_NOT_UNKNOWN\"}"))
                .toString());
    isRefused(resolves(waiting, "forget"), 400, "Invalid action");
    isRefused(resolves("5", "resend"), 400, "Invalid messageId");
    isRefused(resolves(Fixtures.id(0x404), "resend"), 404, "Message not found");
  }

  private static void isRefused(JsonHttp.Answer answer, int status, String error)
      throws IOException {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(
            JsonHttp.json(
                "{\"error\":\"" + error + "\",\"code\":\"" + StatusCodes.of(status) + "\"}"));
  }

  @Test
  void stopThingsInAWorkspaceThatMayNotSend() throws Exception {
    var waiting = waitingFor("+12025550137");
    var path = "/admin/workspaces/" + tuco.workspaceId();
    tuco.admin().patch(path, "{\"readOnly\":true,\"readOnlyReason\":\"past_due\"}");
    try {
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> resolves(LoopbackProduct.idOf(waiting), "resend").status() == 402);

      var answer = cancels("{\"recipientPhone\":\"+12025550137\"}");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body().path("cancelledCount").asInt()).isEqualTo(1);
    } finally {
      tuco.admin().patch(path, "{\"readOnly\":false}");
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> resolves(LoopbackProduct.idOf(waiting), "resend").status() == 409);
    }
  }
}
