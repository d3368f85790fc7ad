package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.aLine;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.http.Operation;
import io.tuco.core.line.Line;
import io.tuco.core.workspace.RateLimits;
import io.tuco.core.workspace.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rate limits at the door (API contract, section 1.3), for a workspace with small ones. */
final class RateLimitApiTest {

  private static final String SMALL = "org_small";
  private static final String EXCEEDED =
      "{\"error\":\"Rate limit exceeded\",\"code\":\"RATE_LIMITED\"}";
  private static final String TEXT = "{\"message\":\"Hi\",\"recipientPhone\":\"+12025550190\"}";

  private DirectApi api;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    limit(RateLimits.of(3, 4, 5, 6));
    key = api.world().keyOf(anApiKey().inWorkspace(SMALL));
  }

  @AfterEach
  void close() {
    api.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void limitsEveryOperation(String name, Operation operation) {
    var group = RateGroups.of(operation);
    var limit = RateLimits.of(3, 4, 5, 6).perMinute(group).orElseThrow();

    for (var i = 1; i <= limit; i++) {
      var answer = AllOperations.call(api, operation, key, "{}");
      assertThat(answer.status()).isNotEqualTo(429);
      assertThat(answer.headers())
          .containsEntry("RateLimit-Policy", "\"" + group.wire() + "\";q=" + limit + ";w=60");
      assertThat(remaining(answer)).isEqualTo(limit - i);
    }
    var before = api.world().watched().writes().size();
    var refused = AllOperations.call(api, operation, key, "{}");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body()).isEqualTo(EXCEEDED);
    assertThat(refused.headers())
        .containsEntry("Retry-After", String.valueOf(60 / limit))
        .containsEntry("RateLimit", "\"" + group.wire() + "\";r=0;t=" + 60 / limit)
        .containsKeys("RateLimit-Policy", "X-Request-Id");
    assertThat(api.world().watched().writes()).hasSize(before);
  }

  static Stream<Arguments> operations() {
    return ApiOperations.all().stream()
        .map(operation -> arguments(AllOperations.nameOf(operation), operation));
  }

  @Test
  void keepsItsWordAboutWhenToComeBack() {
    var refused = lists(7).get(429).get(0);
    var retryAfter = Integer.parseInt((String) refused.headers().get("Retry-After"));

    api.world().clock().advance(Duration.ofSeconds(retryAfter).minusMillis(1));
    var early = list(key);
    api.world().clock().advance(Duration.ofMillis(1));

    assertThat(early.status()).isEqualTo(429);
    assertThat(early.headers()).containsEntry("Retry-After", "1");
    assertThat(list(key).status()).isEqualTo(200);
    assertThat(list(key).status()).isEqualTo(429);
  }

  @Test
  void tellsWhenAllOfItIsThereAgain() {
    assertThat(list(key).headers()).containsEntry("RateLimit", "\"other\";r=5;t=10");
    assertThat(list(key).headers()).containsEntry("RateLimit", "\"other\";r=4;t=20");
  }

  @Test
  void countsTheKeysOfAWorkspaceTogetherAndGroupsApart() {
    var second = api.world().keyOf(anApiKey().inWorkspace(SMALL));
    lists(6);

    assertThat(list(second).status()).isEqualTo(429);
    assertThat(list(api.world().key()).status()).isEqualTo(200);
    assertThat(send(second, TEXT).status()).isEqualTo(201);
  }

  @Test
  void countsWhatIsRefusedForAnyOtherReason() {
    var narrow = api.world().keyOf(anApiKey().inWorkspace(SMALL).allowing(Scope.LINES_READ));

    assertThat(list(narrow).status()).isEqualTo(403);
    assertThat(read("nonsense").status()).isEqualTo(400);
    assertThat(read(ApiWorld.OTHER_MESSAGE).status()).isEqualTo(404);
    assertThat(remaining(list(key))).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"nobody", "tuco_sk_short"})
  void countsNobodyWhoIsUnknown(String unknown) {
    var answers = IntStream.range(0, 10).mapToObj(i -> list(unknown)).toList();

    assertThat(answers).allMatch(answer -> answer.status() == 401);
    assertThat(answers.get(0).headers()).doesNotContainKeys("RateLimit", "RateLimit-Policy");
    assertThat(remaining(list(key))).isEqualTo(5);
  }

  @Test
  void isAskedBeforeTheBodyIsRead() {
    IntStream.range(0, 3).forEach(i -> send(key, "{"));

    assertThat(send(key, "{").body()).isEqualTo(EXCEEDED);
    assertThat(send(key, TEXT).headers()).containsKey("x-correlation-id");
  }

  @Test
  void countsReplaysAndRefusesThemToo() {
    var first = sendUnder("k-1");
    var replayed = sendUnder("k-1");
    sendUnder("k-1");
    var refused = sendUnder("k-1");

    assertThat(first.status()).isEqualTo(201);
    assertThat(replayed.headers()).containsEntry("Idempotency-Replayed", "true");
    assertThat(remaining(replayed)).isEqualTo(1);
    assertThat(refused.status()).isEqualTo(429);
  }

  @ParameterizedTest
  @CsvSource({"1,99", "60,99", "61,98", "120,98", "121,97", "1000,83"})
  void countsManyMessagesAsOneRequestPerSixtyBegun(int messages, long left) {
    limit(RateLimits.of(100, 4, 5, 6));

    var answer = bulk(messages);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(remaining(answer)).isEqualTo(left);
  }

  @Test
  void sendsNoneOfManyThatAreTooMany() {
    limit(RateLimits.of(10, 4, 5, 6));
    var before = api.world().watched().writes().size();
    bulk(1);

    var refused = bulk(600);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers())
        .containsEntry("Retry-After", "6")
        .containsEntry("RateLimit", "\"send\";r=8;t=6");
    assertThat(api.world().watched().writes().size() - before).isLessThan(10);
    assertThat(remaining(bulk(1))).isEqualTo(8);
  }

  @Test
  void letsAThousandThroughWhereTheLimitIsLess() {
    limit(RateLimits.of(5, 4, 5, 6));

    assertThat(bulk(1_000).status()).isEqualTo(200);
    assertThat(bulk(1).status()).isEqualTo(429);
  }

  @Test
  void tellsHowTheLimitStandsEvenWhenSomethingBreaks() {
    limit(RateLimits.of(3, 4, 5, 600));
    lists(2);
    api.world().watched().breakDown();

    var answer = list(key);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(remaining(answer)).isEqualTo(597);
  }

  @Test
  void doesNotRefuseBecauseTheStoreIsAway() {
    list(key);
    api.world().watched().goAway();

    assertThat(list(key).status()).isEqualTo(503);
    assertThat(lists(10).get(429)).hasSize(6);
  }

  @Test
  void leavesTheOperatorAlone() {
    var answers =
        IntStream.range(0, 300)
            .mapToObj(
                i -> api.call("GET /admin/devices", "/admin/devices", ApiWorld.ADMIN_TOKEN, null))
            .toList();

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.get(0).headers()).doesNotContainKeys("RateLimit", "RateLimit-Policy");
  }

  @Test
  void followsTheOperatorWithinSeconds() {
    lists(7);
    var changed =
        api.call(
            "PATCH /admin/workspaces/{id}",
            "/admin/workspaces/" + SMALL,
            ApiWorld.ADMIN_TOKEN,
            "{\"rateLimits\":{\"other\":600}}");
    api.world().clock().advance(Duration.ofSeconds(3));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(list(key).headers()).containsEntry("RateLimit-Policy", "\"other\";q=600;w=60");
    assertThat(remaining(list(key))).isEqualTo(28);
  }

  @Test
  void sharesTheLimitWithOtherServers() throws Exception {
    try (var another = new DirectApi(api.world())) {
      var admitted =
          IntStream.range(0, 20)
              .filter(i -> listOn(i % 2 == 0 ? api : another, key).status() == 200)
              .count();

      assertThat(admitted).isEqualTo(6);
    }
  }

  private void limit(RateLimits limits) {
    var workspaces = api.world().stores().workspaces();
    var workspace = aWorkspace().withId(SMALL).limitedTo(limits).build();
    if (!workspaces.update(workspace)) {
      workspaces.insert(workspace);
      api.world().stores().lines().insert(line());
    }
  }

  private static Line line() {
    return aLine().withId(id(0x7a)).inWorkspace(SMALL).withPhone("+12025550175").build();
  }

  private Map<Integer, List<Answer>> lists(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> list(key))
        .collect(Collectors.groupingBy(Answer::status));
  }

  private Answer list(String anyKey) {
    return listOn(api, anyKey);
  }

  private static Answer listOn(DirectApi server, String anyKey) {
    return server.call("GET /api/dnc", "/api/dnc", anyKey, null);
  }

  private Answer read(String id) {
    return api.call("GET /api/messages/{id}", "/api/messages/" + id, key, null);
  }

  private Answer send(String anyKey, String body) {
    return api.call("POST /api/messages", "/api/messages", anyKey, body);
  }

  private Answer sendUnder(String word) {
    return api.call(
        "POST /api/messages",
        "/api/messages",
        Map.of("Authorization", "Bearer " + key, "Idempotency-Key", word),
        TEXT);
  }

  /** So many items that are refused each by itself: the call as such is good. */
  private Answer bulk(int messages) {
    var items = IntStream.range(0, messages).mapToObj(i -> "5").collect(Collectors.joining(","));
    return api.call(
        "POST /api/messages/bulk", "/api/messages/bulk", key, "{\"messages\":[" + items + "]}");
  }

  private static long remaining(Answer answer) {
    return Long.parseLong(
        ((String) answer.headers().get("RateLimit")).replaceAll(".*;r=(\\d+);.*", "$1"));
  }
}
