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
import io.tuco.core.message.MessageStatus;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of messages over HTTP (settled answer 36). */
final class MessageReportTest extends DirectShelf {

  private static final String PATH = "/api/reports/messages";

  @Test
  void countsByDayWithTheDatesItWasAskedFor() {
    store(1, "line-1", MessageStatus.SENT, 0);
    store(2, "line-1", MessageStatus.FAILED, 1);
    store(3, "line-2", MessageStatus.SENT, 1);
    store(4, "line-2", MessageStatus.SENT, 2);

    var answer = report("?groupBy=day&dateFrom=2027-03-13&dateTo=2027-03-13", key);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"groups\":[{\"key\":\"2027-03-13\",\"total\":2,"
                + "\"byStatus\":{\"sent\":1,\"failed\":1}}],"
                + "\"dateFrom\":\"2027-03-13T00:00:00.000Z\","
                + "\"dateTo\":\"2027-03-13T23:59:59.999Z\"}");
  }

  @Test
  void countsByLineAndBatchAndSaysNullOfThoseWithoutOne() {
    world
        .stores()
        .messages()
        .insert(aMessage().withNothing().withId(id(1)).build(), Optional.empty(), List.of());

    assertThat(report("?groupBy=line", key).body())
        .isEqualTo(
            ("{\"groups\":[{\"key\":\"%s\",\"total\":1,\"byStatus\":{\"pending\":1}},"
                    + "{\"key\":null,\"total\":1,\"byStatus\":{\"pending\":1}}],"
                    + "\"dateFrom\":null,\"dateTo\":null}")
                .formatted(ApiWorld.LINE));
    assertThat(report("?groupBy=batch", key).body())
        .startsWith("{\"groups\":[{\"key\":null,\"total\":2,");
  }

  @Test
  void countsByStatusUnlessToldOtherwise() {
    store(1, ApiWorld.LINE, MessageStatus.SENT, 0);

    assertThat(report("", key).body())
        .isEqualTo(report("?groupBy=status", key).body())
        .contains("{\"key\":\"pending\",\"total\":1,\"byStatus\":{\"pending\":1}}");
  }

  @Test
  void countsTheLinesOfItsKeyAlone() {
    store(1, "line-1", MessageStatus.SENT, 0);
    var bound = world.keyOf(anApiKey().forLines("line-1"));

    assertThat(report("?groupBy=line", bound).body())
        .startsWith("{\"groups\":[{\"key\":\"line-1\",\"total\":1,")
        .doesNotContain(ApiWorld.LINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?dateFrom=x | Invalid dateFrom",
        "?dateTo=2027-13-01 | Invalid dateTo",
        "?dateFrom=2027-03-13&dateTo=2027-03-12 | dateFrom must be <= dateTo",
        "?groupBy=hour | Invalid groupBy",
        "?groupBy=Day | Invalid groupBy",
        "?groupBy=hour&dateFrom=x | Invalid dateFrom"
      })
  void refusesInTheDocumentedWords(String query, String error) {
    assertRefused(
        report(query, key), 400, "{\"error\":\"" + error + "\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void saysThatItTookTooLong() {
    world.watched().searchSlowly();

    assertRefused(
        report("", key),
        503,
        "{\"error\":\"Report timed out. Try a shorter range of dates.\",\"code\":\"UNAVAILABLE\"}");
  }

  @Test
  void isForKeysThatMayRead() {
    assertRefused(
        report("", world.keyAllowing(Scope.MESSAGES_WRITE)),
        403,
        "{\"error\":\"Insufficient scope\",\"code\":\"insufficient_scope\"}");
    assertThat(report("", world.keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE))).body())
        .startsWith("{\"groups\":[],");
  }

  private void store(int number, String line, MessageStatus status, int day) {
    var at = NOW.plusSeconds(86_400L * day);
    var message =
        aMessage().withId(id(number)).fromLine(line).withStatus(status).createdAt(at).build();
    assertThat(message.workspaceId()).isEqualTo(WORKSPACE);
    world.stores().messages().insert(message, Optional.empty(), List.of());
  }

  private Answer report(String query, String someKey) {
    return api.call("GET " + PATH, PATH + query, someKey, null);
  }
}
