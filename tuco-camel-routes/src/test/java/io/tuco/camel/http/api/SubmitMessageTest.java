package io.tuco.camel.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** {@code POST /api/messages} through its route (API contract, sections 2.3 to 2.5). */
final class SubmitMessageTest extends DirectShelf {

  private static final String SEND = "POST /api/messages";
  private static final String HELLO =
      "{\"message\":\"Hi from the clinic.\",\"recipientPhone\":\"+12025550190\"}";

  @Test
  void answersANewLeadWithTheDocumentedFieldsInOrder() {
    var headers =
        Map.<String, Object>of("Authorization", "Bearer " + key, "x-correlation-id", "corr-1");

    var answer = api.call(SEND, "/api/messages", headers, HELLO);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body().replaceAll("\"[0-9a-f]{24}\"", "\"<id>\""))
        .isEqualTo(
            "{\"success\":true,\"status\":\"pending\",\"skipped\":false,\"leadId\":\"<id>\","
                + "\"ghlContactId\":null,\"ghlLocationId\":null,\"hsPortalId\":null,"
                + "\"hsContactId\":null,\"message\":{\"_id\":\"<id>\","
                + "\"message\":\"Hi from the clinic.\",\"messageType\":\"imessage\","
                + "\"status\":\"pending\",\"direction\":\"sent\",\"fromLineId\":\"<id>\","
                + "\"recipientPhone\":\"+12025550190\",\"leadId\":\"<id>\","
                + "\"workspaceId\":\"org_sample\",\"createdAt\":\"2027-03-12T12:00:00.123Z\","
                + "\"updatedAt\":\"2027-03-12T12:00:00.123Z\",\"correlationId\":\"corr-1\"}}");
  }

  @Test
  void answersAKnownLeadWith200() {
    api.call(SEND, "/api/messages", key, HELLO);

    var again = api.call(SEND, "/api/messages", key, HELLO.replace("Hi", "Hello"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body())
        .contains("\"duplicateOnly\":true,\"existingLeadIds\":[")
        .contains("\"Lead was duplicate; message sent using existing lead.\",\"message\":{");
  }

  @Test
  void skipsTheSameWordsToTheSamePhoneAndShowsTheOriginal() throws Exception {
    var first = api.call(SEND, "/api/messages", key, HELLO);
    api.world().clock().advance(Duration.ofSeconds(12));
    var woken = api.context().getEndpoint(ApiContext.WOKEN, MockEndpoint.class);
    woken.reset();
    woken.expectedMessageCount(0);

    var skipped = api.call(SEND, "/api/messages", key, HELLO);

    assertThat(skipped.status()).isEqualTo(200);
    var original = first.body().substring(first.body().indexOf("\"message\":{"));
    var id = original.substring(18, 42);
    assertThat(skipped.body().replaceFirst("\"leadId\":\"[0-9a-f]{24}\"", "\"leadId\":\"<id>\""))
        .isEqualTo(
            "{\"success\":true,\"skipped\":true,\"reason\":\"duplicate_send_recent\","
                + "\"originalMessageId\":\""
                + id
                + "\",\"leadId\":\"<id>\",\"secondsSinceOriginal\":12,"
                + "\"status\":\"pending\","
                + original);
    woken.assertIsSatisfied();
  }

  @Test
  void asksTheWorkspaceWhetherToSkip() {
    var off = "{\"doubleSendGuard\":{\"enabled\":false}}";
    api.call("PATCH /api/workspace/settings", "/api/workspace/settings", key, off);
    api.call(SEND, "/api/messages", key, HELLO);

    var again = api.call(SEND, "/api/messages", key, HELLO);

    assertThat(again.body()).contains("\"skipped\":false");
  }

  @Test
  void wakesTheLaneOfWhatItAccepted() throws Exception {
    var woken = api.context().getEndpoint(ApiContext.WOKEN, MockEndpoint.class);
    woken.expectedBodiesReceived(api.world().stores().lines().find(ApiWorld.LINE).get().laneId());

    api.call(SEND, "/api/messages", key, HELLO);

    woken.assertIsSatisfied();
  }

  @Test
  void acceptsEvenWhenTheLaneCannotBeWoken() throws Exception {
    api.context()
        .getEndpoint(ApiContext.WOKEN, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange -> {
              throw new IllegalStateException("asleep");
            });

    var answer = api.call(SEND, "/api/messages", key, HELLO);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(api.world().watched().writes()).contains("MessageStore.insert");
  }

  @Test
  void givesBackNothingButItsOwnHeaders() {
    var headers =
        Map.<String, Object>of(
            "Authorization", "Bearer " + key,
            "X-Request-Id", "mine-1",
            "Cookie", "a=b",
            "CamelFileName", "x");

    var answer = api.call(SEND, "/api/messages", headers, HELLO);

    assertThat(answer.headers())
        .containsOnlyKeys(
            Exchange.HTTP_RESPONSE_CODE,
            "Content-Type",
            "RateLimit",
            "RateLimit-Policy",
            "X-Request-Id",
            "x-correlation-id")
        .containsEntry("X-Request-Id", "mine-1");
  }

  @Test
  void answers503WhileTheStoreIsAway() {
    api.call(SEND, "/api/messages", key, HELLO);
    api.world().watched().goAway();

    var answer = api.call(SEND, "/api/messages", key, HELLO);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo("{\"error\":\"Store not available\",\"code\":\"UNAVAILABLE\"}");
    assertThat(answer.headers()).containsEntry("Retry-After", "1").containsKey("X-Request-Id");
  }

  @Test
  void tellsWhyAMessageWaits() {
    var night =
        "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550190\",\"timezone\":\"Europe/London\","
            + "\"sendWindowStart\":\"18:00\",\"sendWindowEnd\":\"19:00\"}";

    var answer = api.call(SEND, "/api/messages", key, night);

    assertThat(answer.body())
        .contains(
            "\"reason\":\"Outside send window; waiting for next send window.\","
                + "\"nextAttemptAt\":\"2027-03-12T18:00:00.000Z\",\"message\":{");
  }
}
