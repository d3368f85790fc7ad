package io.tuco.camel.http.v1;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.ChatOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /v1/typing}, {@code receipts} and {@code reactions}, and their outbox items. */
final class OrdersTest extends V1Shelf {

  private static final String ADA = "+12025550100";
  private static final String TO_ADA = "\"from\":\"+12025550171\",\"to\":\"" + ADA + "\"";

  private final ObjectMapper mapper = new ObjectMapper();

  @BeforeEach
  void hasAMessageOnADeviceThatCan() {
    world.stores().devices().updateHealth(aDevice().build().id(), SenderHealth.healthy(true, NOW));
    world
        .stores()
        .messages()
        .insert(
            aSendingMessage("send-1").withId(id(0xa1)).toPhone(ADA).build().sent("guid-1", NOW),
            Optional.empty(),
            List.of());
  }

  private String takes(Answer answer) throws Exception {
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    var stub = mapper.readTree(answer.body());
    assertThat(stub.path("status").asText()).isEqualTo("pending");
    return stub.path("id").asText();
  }

  private JsonNode ended(String outboxId) throws Exception {
    await().until(() -> !item(outboxId).path("completed_at").isNull());
    return item(outboxId);
  }

  private JsonNode item(String outboxId) throws Exception {
    return mapper.readTree(get("/v1/outbox?id=" + outboxId).body());
  }

  private MockEndpoint device() {
    return api.context().getEndpoint(ApiContext.SIGNALLED, MockEndpoint.class);
  }

  @Test
  void showTyping() throws Exception {
    var item = ended(takes(post("/v1/typing", "{" + TO_ADA + "}")));

    assertThat(item.path("status").asText()).isEqualTo("sent");
    assertThat(item.path("attempts").asInt()).isEqualTo(1);
    assertThat(item.path("max_attempts").asInt()).isEqualTo(1);
    assertThat(item.at("/payload/state").asText()).isEqualTo("on");
    assertThat(item.at("/payload/to").asText()).isEqualTo(ADA);
    assertThat(signals()).containsExactly("Typing");
  }

  @Test
  void markAsRead() throws Exception {
    var item = ended(takes(post("/v1/receipts", "{" + TO_ADA + "}")));

    assertThat(item.path("status").asText()).isEqualTo("sent");
    assertThat(signals()).containsExactly("Read");
  }

  @Test
  void reactToAMessage() throws Exception {
    var body = "{" + TO_ADA + ",\"message_id\":\"msg_" + id(0xa1) + "\",\"type\":\"love\"}";

    var item = ended(takes(post("/v1/reactions", body)));

    assertThat(item.path("status").asText()).isEqualTo("sent");
    assertThat(item.at("/payload/type").asText()).isEqualTo("love");
    assertThat(item.at("/payload/message_id").asText()).isEqualTo("msg_" + id(0xa1));
    assertThat(signals()).containsExactly("React");
  }

  @Test
  void sayWhyTheDeviceDidNot() throws Exception {
    device()
        .whenAnyExchangeReceived(
            exchange ->
                exchange.getMessage().setBody(new ChatSignal.Outcome.NotConfirmed("No answer")));

    var item = ended(takes(post("/v1/typing", "{" + TO_ADA + "}")));

    assertThat(item.path("status").asText()).isEqualTo("failed");
    assertThat(item.path("error").asText()).isEqualTo("No answer");
  }

  @Test
  void reactOnceUnderAKey() throws Exception {
    var body = "{" + TO_ADA + ",\"message_id\":\"guid-1\",\"type\":\"like\"}";
    var keyed = Map.<String, Object>of("Idempotency-Key", "once");

    var first = post("/v1/reactions", body, keyed);
    ended(takes(first));
    var again = post("/v1/reactions", body, keyed);
    var other = post("/v1/reactions", body.replace("like", "love"), keyed);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().get("Idempotency-Replayed")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains(code("idempotency_key_reused"));
    assertThat(signals()).hasSize(1);
  }

  @Test
  void needADeviceThatCan() {
    world.stores().devices().updateHealth(aDevice().build().id(), SenderHealth.healthy(false, NOW));

    var answer = post("/v1/typing", "{" + TO_ADA + "}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(code("advanced_features_required"));
    assertThat(world.watched().writes()).noneMatch(write -> write.startsWith("ChatOrder"));
  }

  @Test
  void areNobodysBusinessWhoMayNotUseTheLine() throws Exception {
    var mine = takes(post("/v1/typing", "{" + TO_ADA + "}"));
    var other = world.keyOf(anApiKey().forLines(id(0x99)));

    assertThat(get("/v1/outbox?id=" + mine, other).body()).contains(code("line_not_accessible"));
  }

  @Test
  void areKeptUnderTheirWorkspace() throws Exception {
    var mine = takes(post("/v1/typing", "{" + TO_ADA + "}")).substring("obx_".length());

    assertThat(world.stores().chatOrders().find(WORKSPACE, mine))
        .get()
        .extracting(ChatOrder::lineId)
        .isEqualTo(ApiWorld.LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/v1/typing | {} | 400 | missing_required_parameter | from",
        "/v1/typing | {FROM} | 400 | missing_required_parameter | to",
        "/v1/typing | {TO,\"state\":\"maybe\"} | 400 | invalid_parameter_value | state",
        "/v1/typing | {\"from\":\"+12025550172\",\"to\":\"+12025550100\"} | 404 | line_not_found | from",
        "/v1/typing | {FROM,\"to\":\"cht_64b0c0ffee0000000000a001\"} | 404 | chat_not_found | to",
        "/v1/receipts | {\"to\":\"+12025550100\"} | 400 | missing_required_parameter | from",
        "/v1/reactions | {TO} | 400 | missing_required_parameter | message_id",
        "/v1/reactions | {TO,\"message_id\":\"guid-1\"} | 400 | missing_required_parameter | type",
        "/v1/reactions | {TO,\"message_id\":\"guid-1\",\"type\":\"❤\"} | 400 | invalid_parameter_value | type",
        "/v1/reactions | {TO,\"message_id\":\"obx_64b0c0ffee0000000000a001\",\"type\":\"love\"} | 400 | invalid_parameter_value | message_id",
        "/v1/reactions | {TO,\"message_id\":\"guid-9\",\"type\":\"love\"} | 404 | message_not_found | message_id",
        "/v1/reactions | {FROM,\"to\":\"+12025550191\",\"message_id\":\"guid-1\",\"type\":\"love\"} | 404 | message_not_found | message_id",
      })
  void refuseWithCodeAndParameter(String path, String body, int status, String code, String param) {
    var asked = body.replace("FROM", "\"from\":\"+12025550171\"").replace("TO", TO_ADA);

    var answer = post(path, asked);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(code(code), "\"param\":\"" + param + "\"");
    assertThat(signals()).isEmpty();
  }

  private List<String> signals() {
    return device().getReceivedExchanges().stream()
        .map(exchange -> exchange.getMessage().getBody().getClass().getSimpleName())
        .toList();
  }
}
