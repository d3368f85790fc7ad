package io.tuco.camel.http.api;

import static io.tuco.camel.http.api.WorkspaceCalls.assertRefused;
import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.workspace.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How lines are, and how much of what they send fails (API contract, section 7). */
final class LineHealthTest {

  private static final String HEALTH = "/api/lines/check-availability";
  private static final String SPAM = "/api/lines/spam-monitor";

  private DirectApi api;
  private ApiWorld world;
  private String key;
  private int numbers;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    world = api.world();
    key = world.key();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void tellsThatALineIsHealthy() {
    assertThat(health("?id=" + ApiWorld.LINE, key).body())
        .isEqualTo(
            "{\"success\":true,\"lineId\":\"%s\",\"status\":\"healthy\",\"failures\":[],"
                    .formatted(ApiWorld.LINE)
                + "\"checkedAt\":\"2027-03-12T12:00:00.123Z\",\"shouldNotify\":false,"
                + "\"notificationSent\":false}");
  }

  @Test
  void tellsWhyALineIsDown() {
    world
        .stores()
        .devices()
        .updateHealth(
            id(0xd1), SenderHealth.healthy(true, NOW).down("Credentials were refused", NOW));

    assertThat(health("?id=" + ApiWorld.LINE, key).body())
        .contains("\"status\":\"down\",\"failures\":[\"Credentials were refused\"]")
        .contains("\"shouldNotify\":true,\"notificationSent\":false");
  }

  @Test
  void saysNotWhenItWasCheckedThatItNeverWas() {
    world.stores().devices().updateHealth(id(0xd1), SenderHealth.unknown());

    assertThat(health("?id=" + ApiWorld.LINE, key).body())
        .contains("\"status\":\"down\",\"failures\":[],\"shouldNotify\":true");
  }

  @Test
  void reportsALineDownAfterSevenFailuresInARow() {
    lane(6);
    assertThat(health("?id=" + ApiWorld.LINE, key).body()).contains("\"status\":\"healthy\"");
    lane(7);

    assertThat(health("?id=" + ApiWorld.LINE, key).body())
        .contains("\"status\":\"down\",\"failures\":[\"7 failed sends in a row\"]");
    assertThat(api.call("GET /api/lines/by-user", "/api/lines/by-user", key, null).body())
        .contains("\"healthCheck\":{\"status\":\"down\"");
  }

  @Test
  void wantsALineOfTheWorkspaceAndOfTheKey() {
    var unknown = "{\"error\":\"Line not found\",\"code\":\"NOT_FOUND\"}";
    var narrow = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE));

    assertRefused(
        health("", key), 400, "{\"error\":\"Line ID is required\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(
        health("?id=%20", key),
        400,
        "{\"error\":\"Line ID is required\",\"code\":\"VALIDATION_ERROR\"}");
    assertRefused(health("?id=nonsense", key), 404, unknown);
    assertRefused(health("?id=" + ApiWorld.OTHER_LINE, key), 404, unknown);
    assertRefused(
        health("?id=" + ApiWorld.LINE, narrow),
        403,
        "{\"error\":\"Line not accessible\",\"code\":\"line_not_accessible\"}");
  }

  @Test
  void countsTheLastDayOfEachLine() {
    sent(19, NOW);
    failed(1, NOW.minusSeconds(60));
    failed(5, NOW.minusSeconds(24 * 3600 + 1));

    assertThat(spam(key).body())
        .contains(
            "{\"lineId\":\"%s\",\"linePhone\":\"+12025550171\",\"lineType\":\"byon\","
                    .formatted(ApiWorld.LINE)
                + "\"totalSentLast24h\":20,\"failedLast24h\":1,\"failureRate\":5,"
                + "\"consecutiveFailures\":0,\"spamRisk\":\"medium\",\"recommendation\":\"Slow")
        .contains(
            "{\"lineId\":\"%s\",\"linePhone\":\"+12025550173\",\"lineType\":\"byon\","
                    .formatted(ApiWorld.INACTIVE_LINE)
                + "\"totalSentLast24h\":0,\"failedLast24h\":0,\"failureRate\":0,"
                + "\"consecutiveFailures\":0,\"spamRisk\":\"low\","
                + "\"recommendation\":\"No action needed.\"}")
        .doesNotContain(ApiWorld.OTHER_LINE);
  }

  @Test
  void saysThatALineIsDownAfterSevenFailuresInARow() {
    sent(30, NOW.minusSeconds(60));
    failed(7, NOW);

    assertThat(spam(key).body())
        .contains("\"failureRate\":18.9,\"consecutiveFailures\":7,\"spamRisk\":\"high\"")
        .contains("\"recommendation\":\"The line is down: 7 sends failed in a row.");
  }

  @Test
  void showsTheKeysLinesAndWantsTheScopeOfLines() {
    var narrow = world.keyOf(anApiKey().forLines(ApiWorld.INACTIVE_LINE));
    var writer = world.keyAllowing(Scope.MESSAGES_WRITE);

    assertThat(spam(narrow).body()).contains(ApiWorld.INACTIVE_LINE).doesNotContain(ApiWorld.LINE);
    assertThat(spam(writer).status()).isEqualTo(403);
    assertThat(health("?id=" + ApiWorld.LINE, writer).status()).isEqualTo(403);
  }

  private void lane(int failures) {
    var id = "device:" + id(0xd1);
    var seen = world.stores().lanes().find(id).orElseGet(() -> Lane.unused(id));
    var next = new Lane(id, seen.epoch() + 1, List.of(), NOW, failures, Map.of());
    assertThat(world.stores().lanes().replace(seen, next)).isTrue();
  }

  private void sent(int count, Instant at) {
    for (var each = 0; each < count; each++) {
      var message = aSendingMessage("s-" + numbers).withId(id(0x3000 + numbers++)).build();
      insert(message.sent("G-" + numbers, at));
    }
  }

  private void failed(int count, Instant at) {
    for (var each = 0; each < count; each++) {
      var message = aSendingMessage("s-" + numbers).withId(id(0x3000 + numbers++)).build();
      insert(message.failed("No", at));
    }
  }

  private void insert(Message message) {
    world.stores().messages().insert(message, Optional.empty(), List.of());
  }

  private Answer health(String query, String as) {
    return api.call("GET " + HEALTH, HEALTH + query, as, null);
  }

  private Answer spam(String as) {
    return api.call("GET " + SPAM, SPAM, as, null);
  }
}
