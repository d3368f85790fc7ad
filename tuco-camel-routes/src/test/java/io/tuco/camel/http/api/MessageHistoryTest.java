package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Happenings;
import io.tuco.core.message.Message;
import io.tuco.core.message.Send;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a message's past looks like over HTTP (settled answer 36). */
final class MessageHistoryTest extends DirectShelf {

  @Test
  void tellsWhatHappenedOldestFirst() {
    var sent =
        aMessage()
            .withId(id(1))
            .build()
            .born(Actor.API, Happenings.ACCEPTED)
            .sending(Send.ofText("s-1", "Hi", List.of(), NOW), NOW.plusMillis(1))
            .sent("p:0/GUID", NOW.plusMillis(2));
    store(sent);

    var answer = historyOf(id(1), key);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            ("{\"history\":["
                    + "{\"at\":\"2027-03-12T12:00:00.123Z\",\"from\":null,\"to\":\"pending\","
                    + "\"reason\":\"Accepted.\",\"by\":\"api\",\"fromLineId\":\"LINE\"},"
                    + "{\"at\":\"2027-03-12T12:00:00.124Z\",\"from\":\"pending\",\"to\":\"sending\","
                    + "\"reason\":\"Attempt began.\",\"by\":\"dispatch\",\"attempt\":1,"
                    + "\"fromLineId\":\"LINE\"},"
                    + "{\"at\":\"2027-03-12T12:00:00.125Z\",\"from\":\"sending\",\"to\":\"sent\","
                    + "\"reason\":\"The provider took it.\",\"by\":\"relay\",\"attempt\":1,"
                    + "\"fromLineId\":\"LINE\",\"detail\":\"p:0/GUID\"}]}")
                .replace("LINE", ApiWorld.LINE));
  }

  @Test
  void saysHowMuchIsNotKept() {
    var message = aMessage().withId(id(1)).build().born(Actor.API, Happenings.ACCEPTED);
    for (var turn = 0; turn < 100; turn++) {
      message =
          message
              .sending(Send.ofText("s-" + turn, "Hi", List.of(), NOW), NOW)
              .waitingAgain(message.progress(), NOW);
    }
    store(message);

    assertThat(historyOf(id(1), key).body()).endsWith("],\"leftOut\":151}");
  }

  @Test
  void isEmptyForAMessageThatWasStoredBeforeThereWasAny() {
    assertThat(historyOf(ApiWorld.MESSAGE, key).body()).isEqualTo("{\"history\":[]}");
  }

  @Test
  void refusesInTheDocumentedWords() {
    var denied = "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}";
    var elsewhere = world.keyOf(anApiKey().forLines(id(0x99)));

    assertRefused(
        historyOf("5", key),
        400,
        "{\"error\":\"Invalid messageId\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        historyOf(id(404), key), 404, "{\"error\":\"Message not found\",\"code\":\"NOT_FOUND\"}");
    assertRefused(
        historyOf(ApiWorld.OTHER_MESSAGE, key),
        404,
        "{\"error\":\"Message not found\",\"code\":\"NOT_FOUND\"}");
    assertRefused(
        historyOf(ApiWorld.MESSAGE, elsewhere),
        403,
        "{\"error\":\"Line not accessible\",\"code\":\"line_not_accessible\"}");
    assertRefused(
        historyOf(ApiWorld.MESSAGE, world.keyAllowing(Scope.MESSAGES_WRITE)), 403, denied);
    assertRefused(
        historyOf(ApiWorld.MESSAGE, "nobody"),
        401,
        "{\"error\":\"Unauthorized\",\"code\":\"UNAUTHORIZED\"}");
    assertThat(world.watched().writes()).isEmpty();
  }

  private void store(Message message) {
    world.stores().messages().insert(message, Optional.of("lane"), List.of());
  }

  private Answer historyOf(String messageId, String someKey) {
    var path = "/api/messages/" + messageId + "/history";
    return api.call("GET /api/messages/{id}/history", path, someKey, null);
  }
}
