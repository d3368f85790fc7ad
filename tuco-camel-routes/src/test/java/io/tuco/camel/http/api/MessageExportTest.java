package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All messages in one answer (settled answer 36). */
final class MessageExportTest extends DirectShelf {

  private static final String PATH = "/api/messages/export";

  @Test
  void answersATableOfAllMessages() {
    store(
        aMessage()
            .withId(id(1))
            .createdAt(NOW.plusSeconds(1))
            .inBatch("a,\"b\"")
            .withText("Hi, \"Ada\"\nbye")
            .withStatus(MessageStatus.SENT));

    var answer = export("", key);
    var lines = answer.body().split("\r\n");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("Content-Type", "text/csv; charset=utf-8; header=present")
        .containsEntry("Content-Disposition", "attachment; filename=\"messages.csv\"");
    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .startsWith(
            "_id,createdAt,direction,messageType,status,outcome,reason,errorMessage,message,");
    assertThat(lines[1])
        .startsWith(
            id(1)
                + ",2027-03-12T12:00:01.123Z,sent,imessage,sent,,,,"
                + "\"Hi, \"\"Ada\"\"\nbye\",,,'+12025550100,,")
        .contains(",\"a,\"\"b\"\"\",");
    assertThat(lines[2]).startsWith(ApiWorld.MESSAGE);
    assertThat(lines[2].chars().filter(each -> each == ',').count())
        .isEqualTo(lines[0].chars().filter(each -> each == ',').count());
    assertThat(world.watched().writes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void makesFormulasHarmless(String given) {
    store(aMessage().withId(id(1)).createdAt(NOW.plusSeconds(1)).withText(given));

    assertThat(export("", key).body()).contains("'" + given);
  }

  @Test
  void leavesOtherTextsAsTheyAre() {
    store(aMessage().withId(id(1)).withText("1 + 1 = 2 \u015F"));

    assertThat(export("", key).body()).contains(",1 + 1 = 2 \u015F,");
  }

  @Test
  void answersADocumentALineAsTheListShowsIt() {
    for (var number = 1; number <= 5; number++) {
      store(aMessage().withId(id(number)).createdAt(NOW.plusMillis(number)).withText("a\nb"));
    }

    var answer = export("?format=ndjson", key);

    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/x-ndjson")
        .containsEntry("Content-Disposition", "attachment; filename=\"messages.ndjson\"");
    assertThat(answer.body().split("\n")).hasSize(6);
    assertThat("[" + answer.body().strip().replace("\n", ",") + "]")
        .isEqualTo(listed(api.call("GET /api/messages", "/api/messages", key, null).body()));
  }

  private static String listed(String list) {
    return list.substring("{\"messages\":".length(), list.indexOf(",\"pagination\""));
  }

  @Test
  void letsThroughWhatTheListLetsThrough() {
    store(aMessage().withId(id(1)).fromLine("line-1").withStatus(MessageStatus.FAILED));
    store(aMessage().withId(id(2)).fromLine("line-2").withStatus(MessageStatus.SENT));
    var bound = world.keyOf(anApiKey().forLines("line-1"));

    assertThat(export("?format=ndjson&status=failed", key).body())
        .contains(id(1))
        .doesNotContain(id(2), ApiWorld.MESSAGE, ApiWorld.OTHER_MESSAGE);
    assertThat(export("?format=ndjson", bound).body())
        .contains(id(1))
        .doesNotContain(id(2), ApiWorld.MESSAGE);
    assertThat(export("?format=ndjson&dateFrom=2028-01-01", key).body()).isEmpty();
    assertThat(export("?dateFrom=2028-01-01", key).body()).startsWith("_id,").endsWith("\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?format=xml | Invalid format",
        "?format=CSV | Invalid format",
        "?status=x&format=xml | Invalid status",
        "?lineId=x | Invalid lineId",
        "?leadId=x | Invalid leadId",
        "?dateFrom=x | Invalid dateFrom",
        "?dateTo=x | Invalid dateTo",
        "?dateFrom=2027-03-13&dateTo=2027-03-12 | dateFrom must be <= dateTo"
      })
  void refusesInTheDocumentedWords(String query, String error) {
    assertRefused(
        export(query, key), 400, "{\"error\":\"" + error + "\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void isForKeysThatMayRead() {
    assertRefused(
        export("", world.keyAllowing(Scope.MESSAGES_WRITE)),
        403,
        "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}");
    assertRefused(
        export("?lineId=" + ApiWorld.LINE, world.keyOf(anApiKey().forLines(id(0x99)))),
        403,
        "{\"error\":\"Line not accessible\",\"code\":\"line_not_accessible\"}");
  }

  @Test
  void saysThatTheStoreIsAwayWhileItCanBeSaid() {
    export("", key);
    world.watched().goAway();

    assertRefused(
        export("", key), 503, "{\"error\":\"Store not available\",\"code\":\"UNAVAILABLE\"}");
  }

  @Test
  void servesOneAfterTheOther() {
    for (var time = 0; time < 20; time++) {
      assertThat(export("", key).status()).isEqualTo(200);
    }
  }

  private void store(MessageBuilder builder) {
    var message = builder.build();
    assertThat(message.workspaceId()).isEqualTo(WORKSPACE);
    world.stores().messages().insert(message, Optional.empty(), List.of());
  }

  private Answer export(String query, String someKey) {
    return api.call("GET " + PATH, PATH + query, someKey, null);
  }
}
