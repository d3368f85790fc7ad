package io.tuco.camel.http.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.Operation;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.workspace.RateGroup;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A workspace that its operator made read-only (API contract, section 1.2): every write is refused,
 * whatever it says, but for those by which something stops.
 */
final class ReadOnlyWorkspaceTest {

  private static final String LOCKED =
      "{\"error\":\"READ_ONLY\",\"code\":\"READ_ONLY\",\"reason\":\"past_due\"}";

  /** Stopping must always be possible. */
  private static final Set<String> STOPPING =
      Set.of("POST /api/messages/cancel-for-lead", "POST /api/dnc");

  private DirectApi api;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    key = api.world().keyOf(Fixtures.anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("writes")
  void refusesEveryWrite(String name, Operation operation) {
    var answer = AllOperations.call(api, operation, key, "{}");

    assertThat(answer.body()).isEqualTo(LOCKED);
    assertThat(answer.status()).isEqualTo(402);
    assertThat(api.world().watched().writes()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void letsEverythingElseBe(String name, Operation operation) {
    var answer = AllOperations.call(api, operation, key, "{}");

    assertThat(answer.status()).isIn(200, 400, 404);
  }

  @Test
  void stopsAsBefore() {
    var cancelled =
        api.call(
            "POST /api/messages/cancel-for-lead",
            "/api/messages/cancel-for-lead",
            key,
            "{\"recipientPhone\":\"+12025550190\"}");
    var barred = api.call("POST /api/dnc", "/api/dnc", key, "{\"phone\":\"+12025550190\"}");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(barred.status()).isEqualTo(201);
  }

  @Test
  void saysWhatTheOperatorSaid() {
    var workspace = Fixtures.aWorkspace().withId("org_paused").readOnly("holiday").build();
    api.world().stores().workspaces().insert(workspace);
    var paused = api.world().keyOf(Fixtures.anApiKey().inWorkspace("org_paused"));

    var answer = api.call("POST /api/leads", "/api/leads", paused, "{}");

    assertThat(answer.body()).isEqualTo(LOCKED.replace("past_due", "holiday"));
  }

  @Test
  void saysSoBeforeItJudgesTheBodyAndAfterItReadIt() {
    var wrong = api.call("POST /api/messages", "/api/messages", key, "{\"messageType\":\"fax\"}");
    var broken = api.call("POST /api/messages", "/api/messages", key, "{");

    assertThat(wrong.body()).isEqualTo(LOCKED);
    assertThat(broken.body())
        .isEqualTo(
            "{\"error\":\"Invalid request body (JSON required)\",\"code\":\"VALIDATION_ERROR\"}");
  }

  static Stream<Arguments> writes() {
    return ApiOperations.all().stream()
        .filter(ReadOnlyWorkspaceTest::isLocked)
        .map(ReadOnlyWorkspaceTest::row);
  }

  static Stream<Arguments> others() {
    return ApiOperations.all().stream()
        .filter(operation -> !isLocked(operation))
        .map(ReadOnlyWorkspaceTest::row);
  }

  /** To ask whether an address can be reached changes nothing; what it says of a lead is kept. */
  private static boolean isLocked(Operation operation) {
    var isAQuestion =
        RateGroups.of(operation) == RateGroup.AVAILABILITY
            && !operation.path().startsWith("/api/leads");
    return !operation.method().equals("GET")
        && !STOPPING.contains(AllOperations.nameOf(operation))
        && !isAQuestion;
  }

  private static Arguments row(Operation operation) {
    return arguments(AllOperations.nameOf(operation), operation);
  }
}
