package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aDelivery;
import static io.tuco.core.fixture.Fixtures.anEndpoint;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.json.JsonTime;
import io.tuco.core.event.Delivery;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.DeliveryStatus;
import io.tuco.core.event.EventName;
import io.tuco.core.event.HealthCheck;
import io.tuco.core.event.WebhookEndpoint;
import io.tuco.core.fixture.DeliveryBuilder;
import io.tuco.core.secret.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API contract, section 11; webhook contract, section 6; settled answer 27. */
final class WebhookManagementTest extends DirectShelf {

  private static final String ONE = "/api/webhooks/" + ApiWorld.WEBHOOK;
  private static final String THEIRS = "/api/webhooks/" + ApiWorld.OTHER_WEBHOOK;

  @Nested
  class Changing {

    @Test
    void changesWhatIsSaidAndNothingElse() {
      assertThat(patch("{\"name\":\" New \",\"description\":\"d\"}").body())
          .isEqualTo("{\"success\":true}");
      patch("{\"url\":\"https://new.example/x\",\"events\":[\"line.down\"]}");
      patch("{\"name\":null,\"description\":null,\"url\":null,\"events\":null}");

      var endpoint = endpoint();
      assertThat(endpoint.name()).isEqualTo("New");
      assertThat(endpoint.description()).contains("d");
      assertThat(endpoint.url()).isEqualTo("https://new.example/x");
      assertThat(endpoint.events()).isEqualTo(Set.of(EventName.LINE_DOWN));
      assertThat(endpoint.active()).isTrue();
    }

    @Test
    void clearsADescriptionThatIsBlank() {
      patch("{\"description\":\"d\"}");
      patch("{\"description\":\" \"}");

      assertThat(endpoint().description()).isEmpty();
    }

    @Test
    void cancelsWhatWaitsWhenItIsSwitchedOff() {
      stores(aDelivery());

      patch("{\"isActive\":false}");

      assertThat(endpoint().active()).isFalse();
      assertThat(delivery("evt_1").status()).isEqualTo(DeliveryStatus.CANCELLED);
    }

    @Test
    void restartsTheFailureClockWhenItIsSwitchedOn() {
      var webhooks = api.world().stores().webhooks();
      webhooks.noteAttempt(WORKSPACE, ApiWorld.WEBHOOK, DeliveryAnswer.status(500), NOW);

      patch("{\"isActive\":false}");
      patch("{\"isActive\":true}");

      assertThat(endpoint().record().failures()).isZero();
      assertThat(endpoint().record().clockFrom()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{'url':' '}                     | {'error':'URL is required','code':'VALIDATION_ERROR'}",
          "{'url':'nonsense'}              | {'error':'Invalid URL format','code':'VALIDATION_ERROR'}",
          "{'url':'https://inside.example/'} | {'error':'URL is not allowed','code':'URL_NOT_ALLOWED'}",
          "{'url':'http://plain.example/'} | {'error':'URL is not allowed','code':'URL_NOT_ALLOWED'}",
          "{'events':[]}                   | {'error':'At least one event must be selected','code':'VALIDATION_ERROR'}",
          "{'events':['a','line.down','b']} | {'error':'Invalid events: a, b','code':'VALIDATION_ERROR'}",
          "{'name':' '}                    | {'error':'Name is required','code':'VALIDATION_ERROR'}",
          "{'isActive':'yes'}              | {'error':'isActive must be a boolean','code':'VALIDATION_ERROR'}",
          "{'url':5}                       | {'error':'url must be a string','code':'VALIDATION_ERROR'}",
        })
    void refusesWhatIsNone(String body, String refusal) {
      var before = endpoint();

      var answer = patch(body.replace('\'', '"'));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo(refusal.replace('\'', '"'));
      assertThat(endpoint()).isEqualTo(before);
    }

    private Answer patch(String body) {
      return call("PATCH /api/webhooks/{id}", ONE, body);
    }
  }

  @Nested
  class Rotating {

    @Test
    void showsANewSecretOnceAndKeepsTheOldForADay() {
      var before = endpoint().secrets().current();

      var answer = rotate("");

      assertThat(answer.status()).isEqualTo(200);
      var body = json(answer);
      assertThat(body.path("id").asText()).isEqualTo(ApiWorld.WEBHOOK);
      assertThat(body.path("previousSecretExpiresAt").asText())
          .isEqualTo(text(NOW.plus(Duration.ofHours(24))));
      assertThat(body.path("warning").asText())
          .isEqualTo("Save this secret now. You will not be able to see it again.");
      var secrets = endpoint().secrets();
      assertThat(open(secrets.current())).isEqualTo(body.path("secret").asText());
      assertThat(secrets.oldAt(NOW)).contains(before);
    }

    @Test
    void endsTheOldSecretAtOnceIfAsked() {
      var answer = rotate("{\"immediate\":true}");

      assertThat(json(answer).path("previousSecretExpiresAt").isNull()).isTrue();
      assertThat(endpoint().secrets().old()).isEmpty();
    }

    @Test
    void endsTheOldestSecretAtTheSecondRotation() {
      var first = json(rotate("{}")).path("secret").asText();
      var second = json(rotate("{}")).path("secret").asText();

      var secrets = endpoint().secrets();
      assertThat(open(secrets.current())).isEqualTo(second);
      assertThat(secrets.oldAt(NOW).map(this::open)).contains(first);
    }

    @Test
    void refusesAWordForAFlag() {
      var answer = rotate("{\"immediate\":\"yes\"}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .isEqualTo("{\"error\":\"immediate must be a boolean\",\"code\":\"VALIDATION_ERROR\"}");
    }

    private String open(Sealed secret) {
      return api.world().secrets().box().open(secret);
    }

    private Answer rotate(String body) {
      return call("POST /api/webhooks/{id}/rotate-secret", ONE + "/rotate-secret", body);
    }
  }

  @Nested
  class TheLog {

    @Test
    void listsDeliveriesWithoutTheirPayloads() {
      stores(aDelivery().retrying(2));

      var answer = list("");

      assertThat(answer.status()).isEqualTo(200);
      var row = json(answer).path("deliveries").path(0);
      assertThat(row.toString())
          .isEqualTo(
              ("{'id':'dlv_1_%s','eventId':'evt_1','event':'message.sent','messageId':'%s',"
                      + "'status':'retrying','attempts':2,'lastStatusCode':503,"
                      + "'lastError':'HTTP 503','nextAttemptAt':'%s','createdAt':'%s',"
                      + "'deliveredAt':null}")
                  .replace('\'', '"')
                  .formatted(
                      ApiWorld.WEBHOOK,
                      aDelivery().build().messageId().orElseThrow(),
                      text(NOW),
                      text(NOW)));
      assertThat(json(answer).path("pagination").toString())
          .isEqualTo("{\"page\":1,\"limit\":50,\"totalCount\":1,\"totalPages\":1}");
    }

    @Test
    void showsTheExactPayloadAndEveryAttempt() {
      stores(aDelivery().retrying(1));

      var delivery = json(read("dlv_1_" + ApiWorld.WEBHOOK)).path("delivery");

      assertThat(delivery.path("payload").asText()).isEqualTo(aDelivery().build().payload());
      assertThat(delivery.path("attemptLog")).hasSize(1);
      assertThat(delivery.path("attemptLog").path(0).toString())
          .isEqualTo(
              ("{'attempt':1,'at':'%s','statusCode':503,'durationMs':1,'error':'HTTP 503',"
                      + "'response':null}")
                  .replace('\'', '"')
                  .formatted(text(NOW.minusMillis(1))));
    }

    @ParameterizedTest
    @CsvSource({
      "status=retrying, 1", "status=pending, 0", "event=message.sent, 1", "event=line.down, 0",
      "messageId=nobody, 0", "dateFrom=2999-01-01, 0", "dateTo=1999-01-01, 0", "page=2, 0",
    })
    void filters(String query, int found) {
      stores(aDelivery().retrying(1));

      assertThat(json(list("?" + query)).path("deliveries")).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
      "status=lost, Invalid status", "event=x, Invalid event", "dateFrom=x, Invalid dateFrom",
      "dateTo=x, Invalid dateTo", "page=0, Invalid page", "limit=x, Invalid limit",
    })
    void refusesFiltersThatAreNone(String query, String error) {
      var answer = list("?" + query);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .isEqualTo("{\"error\":\"" + error + "\",\"code\":\"VALIDATION_ERROR\"}");
    }

    @Test
    void knowsNoOtherDelivery() {
      assertThat(read("dlv_1_" + ApiWorld.WEBHOOK).body())
          .isEqualTo("{\"error\":\"Delivery not found\",\"code\":\"NOT_FOUND\"}");
      assertThat(read("x").status()).isEqualTo(404);
      assertThat(call("GET /api/webhooks/{id}/deliveries", THEIRS + "/deliveries", null).body())
          .isEqualTo("{\"error\":\"Webhook not found\",\"code\":\"NOT_FOUND\"}");
    }

    private Answer list(String query) {
      return call("GET /api/webhooks/{id}/deliveries", ONE + "/deliveries" + query, null);
    }

    private Answer read(String id) {
      return call(
          "GET /api/webhooks/{id}/deliveries/{deliveryId}", ONE + "/deliveries/" + id, null);
    }
  }

  @Nested
  class Replaying {

    @Test
    void beginsOneDeliveryAnew() {
      stores(aDelivery().retrying(13));
      ended(aDelivery().retrying(13), DeliveryStatus.EXHAUSTED);

      var answer = replay("dlv_1_" + ApiWorld.WEBHOOK);

      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.body())
          .isEqualTo(
              "{\"success\":true,\"deliveryId\":\"dlv_1_%s\",\"eventId\":\"evt_1\"}"
                  .formatted(ApiWorld.WEBHOOK));
      assertThat(delivery("evt_1").status()).isEqualTo(DeliveryStatus.PENDING);
      assertThat(delivery("evt_1").tries().replay()).isTrue();
    }

    @Test
    void beginsWhatWasGivenUpAnewUnlessSomethingElseIsSaid() {
      for (var end : List.of(DeliveryStatus.EXHAUSTED, DeliveryStatus.DELIVERED)) {
        stores(aDelivery().ofEvent("evt_" + end));
        ended(aDelivery().ofEvent("evt_" + end), end);
      }

      assertThat(replayAll("").body()).isEqualTo("{\"success\":true,\"scheduled\":1}");
      assertThat(replayAll("{\"status\":\"delivered\",\"event\":\"line.down\"}").body())
          .isEqualTo("{\"success\":true,\"scheduled\":0}");
      assertThat(replayAll("{\"status\":\"delivered\",\"to\":\"1999-01-01\"}").body())
          .isEqualTo("{\"success\":true,\"scheduled\":0}");
      assertThat(replayAll("{\"status\":\"delivered\"}").status()).isEqualTo(202);
      assertThat(delivery("evt_DELIVERED").status()).isEqualTo(DeliveryStatus.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"from", "to", "status", "event"})
    void refusesAWordThatIsNone(String field) {
      var answer = replayAll("{\"" + field + "\":\"x\"}");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .isEqualTo("{\"error\":\"Invalid " + field + "\",\"code\":\"VALIDATION_ERROR\"}");
    }

    @Test
    void isRefusedWhileTheEndpointIsDisabled() {
      stores(aDelivery());
      api.world().stores().webhooks().disable(WORKSPACE, ApiWorld.WEBHOOK, 0, NOW);
      var refusal = "{\"error\":\"Webhook is disabled\",\"code\":\"WEBHOOK_DISABLED\"}";

      assertThat(replay("dlv_1_" + ApiWorld.WEBHOOK).status()).isEqualTo(409);
      assertThat(replay("dlv_1_" + ApiWorld.WEBHOOK).body()).isEqualTo(refusal);
      assertThat(replayAll("{}").body()).isEqualTo(refusal);
    }

    private Answer replay(String id) {
      return call(
          "POST /api/webhooks/{id}/deliveries/{deliveryId}/replay",
          ONE + "/deliveries/" + id + "/replay",
          null);
    }

    private Answer replayAll(String body) {
      return call("POST /api/webhooks/{id}/replay", ONE + "/replay", body);
    }
  }

  @Nested
  class HealthChecks {

    @Test
    void callsTheEndpointWithATestOfItsFirstEvent() {
      var answer = check(DeliveryAnswer.status(200).saying("ok"));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body())
          .isEqualTo(
              "{\"success\":true,\"message\":\"Health check passed\",\"statusCode\":200,"
                  + "\"response\":\"ok\"}");
      var sent = checked().getExchanges().get(0).getMessage().getBody(HealthCheck.class);
      var id = sent.delivery().eventId();
      assertThat(sent.delivery().payload())
          .isEqualTo(
              ("{'event':'message.sent','timestamp':'%s','workspaceId':'%s','data':{'test':true,"
                      + "'message':'This is a health check test webhook from Tuco AI'},"
                      + "'testMode':true,'type':'message.sent','eventId':'%s'}")
                  .replace('\'', '"')
                  .formatted(text(NOW), WORKSPACE, id));
    }

    @Test
    void tellsWhatWentWrong() {
      assertThat(check(DeliveryAnswer.status(502).saying("<html>")).body())
          .isEqualTo(
              "{\"success\":false,\"error\":\"HTTP 502: Bad Gateway\",\"details\":\"<html>\","
                  + "\"statusCode\":502}");
      assertThat(check(DeliveryAnswer.late()).body())
          .isEqualTo("{\"success\":false,\"error\":\"The operation was aborted due to timeout\"}");
      assertThat(check(DeliveryAnswer.unconnected()).body()).contains("aborted due to timeout");
      assertThat(check(DeliveryAnswer.none("URL is not allowed")).body())
          .isEqualTo("{\"success\":false,\"error\":\"URL is not allowed\"}");
    }

    @Test
    void worksOnADisabledEndpointAndChangesNothing() {
      api.world().stores().webhooks().disable(WORKSPACE, ApiWorld.WEBHOOK, 0, NOW);
      var before = endpoint();

      assertThat(check(DeliveryAnswer.status(500)).status()).isEqualTo(200);

      assertThat(endpoint()).isEqualTo(before);
      assertThat(api.world().stores().deliveries().counts().pending()).isZero();
    }

    private Answer check(DeliveryAnswer answer) {
      checked()
          .whenAnyExchangeReceived(
              exchange -> {
                exchange.setProperty("asked", exchange.getMessage().getBody());
                exchange.getMessage().setBody(answer);
              });
      return call("POST /api/webhooks/{id}/health-check", ONE + "/health-check", null);
    }

    private MockEndpoint checked() {
      return api.context().getEndpoint(ApiContext.CHECKED, MockEndpoint.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, ''",
    "POST, /health-check",
    "POST, /rotate-secret",
    "POST, /replay",
    "GET, /deliveries",
    "GET, /deliveries/dlv_1_x",
    "POST, /deliveries/dlv_1_x/replay",
  })
  void knowsNoEndpointOfAnotherWorkspace(String method, String rest) {
    var operation = method + " /api/webhooks/{id}" + rest.replace("dlv_1_x", "{deliveryId}");

    var answer = call(operation, THEIRS + rest, "GET".equals(method) ? null : "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Webhook not found\",\"code\":\"NOT_FOUND\"}");
  }

  private void stores(DeliveryBuilder delivery) {
    api.world().stores().deliveries().insertMissing(List.of(delivery.build()));
  }

  private void ended(DeliveryBuilder delivery, DeliveryStatus end) {
    api.world().stores().deliveries().record(delivery.ended(end).build());
  }

  private Delivery delivery(String event) {
    return api.world()
        .stores()
        .deliveries()
        .find(WORKSPACE, event + ":" + ApiWorld.WEBHOOK)
        .orElseThrow();
  }

  private WebhookEndpoint endpoint() {
    return api.world().stores().webhooks().find(WORKSPACE, anEndpoint().build().id()).orElseThrow();
  }

  private Answer call(String operation, String path, Object body) {
    return api.call(operation, path, key, body);
  }

  private static String text(Instant instant) {
    return JsonTime.text(instant);
  }

  private static JsonNode json(Answer answer) {
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
