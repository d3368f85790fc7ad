package io.tuco.camel.story;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aDevice;
import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.http.ApiWorld;
import io.tuco.core.event.ChatIds;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.workspace.KeyDialect;
import io.tuco.core.workspace.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rows of the {@code /v1} contract over real HTTP: each call, and each error with its type,
 * code, parameter and status (sections 1, 2 and 4).
 */
final class V1CatalogueStoryTest {

  private static final String LINE = "%2B12025550171";
  private static final String ADA = "+12025550195";
  private static final String CLOSED_LINE = id(0x7c);

  private static LoopbackApi api;
  private static String key;

  @BeforeAll
  static void open() throws Exception {
    api = new LoopbackApi();
    key = api.world().keyOf(anApiKey().speaking(KeyDialect.V1));
    api.world()
        .stores()
        .lines()
        .insert(aLine().withId(CLOSED_LINE).withPhone("+12025550177").answeringOnly(true).build());
    api.world()
        .stores()
        .messages()
        .insert(
            aMessage().withId(id(0xd01)).toPhone(ADA).receivedAs("guid-ada").build(),
            Optional.empty(),
            List.of());
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @Test
  void sendsAndFollowsAndLists() throws Exception {
    var sent = api.post("/v1/messages", key, send("+12025550171", ADA, "\"text\":\"Hi\""));
    var stub = JsonHttp.json(sent.body());
    var item = api.get("/v1/outbox?id=" + stub.path("id").asText(), key);
    var lines = api.get("/v1/lines", key);
    var chat = "cht_" + ChatIds.chat(ApiWorld.LINE, ADA);
    var said = api.get("/v1/messages?from=" + LINE + "&to=" + chat, key);

    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(sent.headers().firstValue("X-Request-Id"))
        .contains(stub.path("request_id").asText());
    assertThat(JsonHttp.json(item.body()).path("status").asText()).isEqualTo("pending");
    assertThat(JsonHttp.json(lines.body()).path("data")).isNotEmpty();
    assertThat(JsonHttp.json(said.body()).at("/data/0/guid").asText()).isEqualTo("guid-ada");
  }

  @Test
  void answersBrowsersOnEveryPath() {
    for (var path : List.of("/v1/lines", "/v1/messages", "/v1/nothing", "/v1/outbox")) {
      var asked = api.send(api.request(path).method("OPTIONS", BodyPublishers.noBody()));

      assertThat(asked.statusCode()).isEqualTo(204);
      assertThat(asked.body()).isEmpty();
      assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      assertThat(asked.headers().firstValue("Access-Control-Max-Age")).contains("86400");
    }
    assertThat(api.get("/v1/lines", "x").headers().firstValue("Access-Control-Allow-Origin"))
        .contains("*");
  }

  @Test
  void refusesABodyThatIsTooLargeInItsOwnShape() throws Exception {
    var body = send("+12025550171", ADA, "\"text\":\"" + "a".repeat(300_000) + "\"");

    assertRefused(
        api.post("/v1/messages", key, body), 400, "invalid_request_error", "invalid_json", null);
  }

  @Test
  void servesItsDocumentToEverybody() {
    var answer = api.send(api.request("/v1/openapi.json"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"openapi\":\"3.1.0\"")
        .doesNotContain("\"request_id\":\"req");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /v1/lines | none | 401 | authentication_error | missing_api_key |",
        "GET /v1/lines | bad | 401 | authentication_error | invalid_api_key |",
        "GET /v1/lines | files | 403 | authorization_error | insufficient_scope |",
        "GET /v1/lines/else | all | 404 | not_found_error | route_not_found |",
        "GET /v1/voice-notes | all | 404 | not_found_error | route_not_found |",
        "PUT /v1/lines | all | 405 | invalid_request_error | method_not_allowed |",
        "GET /v1/messages | all | 400 | invalid_request_error | missing_required_parameter | from",
        "GET /v1/messages?from=%2B12025550171 | all | 400 | invalid_request_error | missing_required_parameter | to",
        "GET /v1/messages?from=%2B12025550171&to=%2B12025550195&limit=500 | all | 400 | invalid_request_error | invalid_parameter_value | limit",
        "GET /v1/messages?from=%2B12025550171&to=%2B12025550195&cursor=zz | all | 400 | invalid_request_error | invalid_parameter_value | cursor",
        "GET /v1/messages?from=%2B12025550100&to=%2B12025550195 | all | 404 | not_found_error | line_not_found | from",
        "GET /v1/messages?from=%2B12025550171&to=%2B12025550195 | other | 403 | authorization_error | line_not_accessible | from",
        "GET /v1/messages?from=%2B12025550171&to=cht_64b0c0ffee0000000000a001 | all | 404 | not_found_error | chat_not_found | to",
        "GET /v1/chats | all | 400 | invalid_request_error | missing_required_parameter | from",
        "GET /v1/chats?from=%2B12025550171 | files | 403 | authorization_error | insufficient_scope |",
        "GET /v1/chats?from=%2B12025550171 | other | 403 | authorization_error | line_not_accessible | from",
        "GET /v1/chats?from=%2B12025550171&cursor=zz | all | 400 | invalid_request_error | invalid_parameter_value | cursor",
        "GET /v1/typing?from=%2B12025550171 | all | 400 | invalid_request_error | missing_required_parameter | to",
        "GET /v1/typing?from=%2B12025550171&to=cht_64b0c0ffee0000000000a001 | all | 404 | not_found_error | chat_not_found | to",
        "GET /v1/receipts?from=%2B12025550100&to=%2B12025550195 | all | 404 | not_found_error | line_not_found | from",
        "GET /v1/reactions | all | 400 | invalid_request_error | missing_required_parameter | message_id",
        "GET /v1/reactions?message_id=cht_64b0c0ffee0000000000a001 | all | 400 | invalid_request_error | invalid_parameter_value | message_id",
        "GET /v1/reactions?message_id=msg_64b0c0ffee0000000000a001 | all | 404 | not_found_error | message_not_found | message_id",
        "GET /v1/outbox | all | 400 | invalid_request_error | missing_required_parameter | id",
        "GET /v1/outbox?id=msg_64b0c0ffee0000000000a001 | all | 400 | invalid_request_error | invalid_parameter_value | id",
        "GET /v1/outbox?id=obx_64b0c0ffee0000000000a001 | all | 404 | not_found_error | outbox_item_not_found | id",
      })
  void refusesReads(String call, String who, int status, String type, String code, String param)
      throws Exception {
    var words = call.split(" ");
    var request = api.request(words[1]).method(words[0], BodyPublishers.noBody());

    assertRefused(as(who, request), status, type, code, param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | all | 400 | invalid_json |",
        "{} | all | 400 | missing_required_parameter | from",
        "{} | reader | 402 | workspace_read_only |",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550195\"} | all | 400 | missing_required_parameter | text",
        "{\"from\":\"+12025550171\",\"to\":\"x\",\"text\":\"a\"} | all | 400 | invalid_parameter_value | to",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550195\",\"attachments\":[\"a\",\"b\"]} | all | 400 | invalid_parameter_value | attachments",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550195\",\"attachments\":[\"file_64b0c0ffee0000000000a001\"]} | all | 404 | file_not_found | attachments",
        "{\"from\":\"+12025550171\",\"to\":\"+12025550195\",\"text\":\"a\",\"reply_to\":\"msg_64b0c0ffee0000000000a001\"} | all | 404 | message_not_found | reply_to",
        "{\"from\":\"+12025550177\",\"to\":\"+12025550196\",\"text\":\"a\"} | all | 403 | contact_has_not_messaged | to",
      })
  void refusesSends(String body, String who, int status, String code, String param)
      throws Exception {
    var request = api.request("/v1/messages").POST(BodyPublishers.ofString(body));

    assertRefused(as(who, request), status, typeOf(status), code, param);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "typing | {} | all | 400 | missing_required_parameter | from",
        "typing | {\"from\":\"+12025550171\",\"to\":\"+12025550195\"} | all | 400 | advanced_features_required | from",
        "typing | {\"from\":\"+12025550171\",\"to\":\"+12025550195\",\"state\":\"x\"} | all | 400 | invalid_parameter_value | state",
        "receipts | {\"from\":\"+12025550171\",\"to\":\"+12025550195\"} | all | 400 | advanced_features_required | from",
        "receipts | {} | reader | 402 | workspace_read_only |",
        "reactions | {\"from\":\"+12025550171\",\"to\":\"+12025550195\"} | all | 400 | missing_required_parameter | message_id",
        "reactions | {\"from\":\"+12025550171\",\"to\":\"+12025550195\",\"message_id\":\"guid-ada\",\"type\":\"x\"} | all | 400 | invalid_parameter_value | type",
        "reactions | {\"from\":\"+12025550171\",\"to\":\"+12025550195\",\"message_id\":\"guid-ada\",\"type\":\"love\"} | all | 400 | advanced_features_required | from",
      })
  void refusesOrders(String path, String body, String who, int status, String code, String param)
      throws Exception {
    withoutPrivateApi();
    var request = api.request("/v1/" + path).POST(BodyPublishers.ofString(body));

    assertRefused(as(who, request), status, typeOf(status), code, param);
  }

  private static void withoutPrivateApi() {
    var device = aDevice().build().id();
    api.world().stores().devices().updateHealth(device, SenderHealth.healthy(false, NOW));
  }

  @Test
  void refusesAKeyThatIsUsedForSomethingElse() throws Exception {
    var first = keyed("k-1", "\"text\":\"Hi\"");
    var again = keyed("k-1", "\"text\":\"Hi\"");
    var other = keyed("k-1", "\"text\":\"Ho\"");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertRefused(other, 422, "invalid_request_error", "idempotency_key_reused", null);
  }

  @Test
  void saysWhenSomethingIsBrokenOrAway() throws Exception {
    try (var broken = new LoopbackApi()) {
      var known = broken.world().key();
      broken.get("/v1/lines", known);
      broken.world().watched().breakDown();
      var answer = broken.get("/v1/lines", known);
      assertRefused(answer, 500, "api_error", "internal_error", null);
    }
    try (var away = new LoopbackApi()) {
      var known = away.world().key();
      away.world().watched().goAway();
      var answer = away.get("/v1/lines", known);
      assertRefused(answer, 503, "api_error", "service_unavailable", null);
      assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }
  }

  @Test
  void refusesOneRequestTooMany() throws Exception {
    var world = new ApiWorld();
    world.allowPerHour(1);
    try (var small = new LoopbackApi(world)) {
      var known = world.key();
      small.get("/v1/lines", known);
      var answer = small.get("/v1/lines", known);
      assertRefused(answer, 429, "rate_limit_error", "rate_limit_exceeded", null);
      assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]*");
    }
  }

  private static HttpResponse<String> keyed(String idempotencyKey, String more) {
    return api.send(
        api.request("/v1/messages")
            .header("Authorization", "Bearer " + key)
            .header("Idempotency-Key", idempotencyKey)
            .POST(BodyPublishers.ofString(send("+12025550171", ADA, more))));
  }

  private static HttpResponse<String> as(String who, HttpRequest.Builder request) {
    var known =
        switch (who) {
          case "all" -> key;
          case "bad" -> "sk_live_x";
          case "files" -> api.world().keyAllowing(Scope.FILES_READ);
          case "other" -> api.world().keyOf(anApiKey().forLines(CLOSED_LINE));
          case "reader" -> api.world().keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
          default -> "";
        };
    return api.send(known.isEmpty() ? request : request.header("Authorization", "Bearer " + known));
  }

  private static String typeOf(int status) {
    return status == 404 ? "not_found_error" : "invalid_request_error";
  }

  private static String send(String from, String to, String more) {
    return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"," + more + "}";
  }

  private static void assertRefused(
      HttpResponse<String> answer, int status, String type, String code, String param)
      throws Exception {
    JsonNode body = JsonHttp.json(answer.body());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(body.at("/error/type").asText()).isEqualTo(type);
    assertThat(body.at("/error/code").asText()).isEqualTo(code);
    assertThat(body.at("/error/message").asText()).isNotEmpty();
    assertThat(body.at("/error").has("param")).isEqualTo(param != null);
    assertThat(body.at("/error/param").asText("")).isEqualTo(param == null ? "" : param);
    assertThat(body.path("request_id").asText())
        .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow())
        .matches("req_[0-9a-f]{24}");
  }
}
