package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.json.JsonTree;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyRules;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/messages/bulk} (API contract, section 13). */
final class BulkSendTest {

  private static final String PATH = "/api/messages/bulk";
  private static final String BULK = "POST " + PATH;
  private static final String NO_MESSAGES =
      "{\"error\":\"messages must be a non-empty array\",\"code\":\"VALIDATION_ERROR\"}";

  private DirectApi api;
  private String key;
  private long before;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    key = api.world().key();
    before = stored();
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void answersEachItemInOrderWithItsOwnResult() throws Exception {
    var woken = api.context().getEndpoint(ApiContext.WOKEN, MockEndpoint.class);
    woken.expectedMessageCount(2);

    var answer =
        bulk(
            text(1, "a"),
            "{\"message\":\"b\"}",
            text(1, "A "),
            "5",
            "{\"message\":5}",
            text(2, "a"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith(
            "{\"success\":true,\"accepted\":2,\"skipped\":1,\"rejected\":3,\"results\":[{\"index\":0,"
                + "\"success\":true,\"status\":201,\"skipped\":false,\"leadId\":\"");
    assertThat(results(answer))
        .extracting(result -> result.get("index"))
        .containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(results(answer))
        .extracting(result -> result.get("status"))
        .containsExactly(201, 400, 200, 400, 400, 201);
    assertThat(results(answer).get(2)).containsEntry("reason", "duplicate_send_recent");
    assertThat(results(answer).get(3))
        .isEqualTo(
            Map.of(
                "index",
                3,
                "error",
                "Request body must be a JSON object",
                "code",
                "VALIDATION_ERROR",
                "status",
                400));
    assertThat(results(answer).get(4)).containsEntry("error", "message must be a string");
    assertThat(added()).isEqualTo(2);
    woken.assertIsSatisfied();
  }

  @Test
  void takesAThousandAndNoMore() {
    assertThat(results(bulk(texts(1_000)))).hasSize(1_000);
    assertThat(added()).isEqualTo(1_000);

    var answer = bulk(texts(1_001));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"error\":\"Maximum 1000 messages per request\",\"code\":\"VALIDATION_ERROR\"}");
    assertThat(added()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"messages\":[]}",
        "{\"messages\":null}",
        "{\"messages\":{}}",
        "{\"messages\":\"a\"}"
      })
  void refusesWhatHasNoMessages(String body) {
    var answer = api.call(BULK, PATH, key, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo(NO_MESSAGES);
  }

  @Test
  void isForKeysThatMayAndWorkspacesThatAreOpen() {
    var locked = api.world().keyOf(anApiKey().inWorkspace(ApiWorld.READ_ONLY_WORKSPACE));

    assertThat(api.call(BULK, PATH, locked, "{}").status()).isEqualTo(402);
    assertThat(api.call(BULK, PATH, "nonsense", "{}").status()).isEqualTo(401);
  }

  @Test
  void givesTheWholeAnswerAgainUnderAKey() {
    var first = keyed("k-1", text(1, "a"), "{\"message\":\"b\"}", text(1, "a"));

    var again = keyed("k-1", text(1, "a"), "{\"message\":\"b\"}", text(1, "a"));

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers()).containsEntry("Idempotency-Replayed", "true");
    // A key passes the guard.
    assertThat(first.body()).contains("\"accepted\":2,\"skipped\":0,\"rejected\":1");
    assertThat(added()).isEqualTo(2);
    assertThat(keyed("k-1", text(1, "b")).status()).isEqualTo(422);
    assertThat(keyed("", text(1, "b")).body()).contains("IDEMPOTENCY_KEY_INVALID");
  }

  @Test
  void completesWhatACrashLeftHalfDone() {
    var first = keyed("k-1", text(1, "a"), text(2, "a"), text(3, "a"));
    var record = api.world().stores().idempotency().find(keyOf("k-1")).orElseThrow();
    crashAfterTheFirst(record);

    var completed = keyed("k-1", text(1, "a"), text(2, "a"), text(3, "a"));

    assertThat(first.status()).isEqualTo(200);
    assertThat(idsOf(completed).get(0)).isEqualTo(record.messageIds().get(0));
    assertThat(idsOf(completed).subList(1, 3)).containsExactly(id(0xd2), id(0xd3));
    assertThat(keyed("k-1", text(1, "a"), text(2, "a"), text(3, "a")).body())
        .isEqualTo(completed.body());
    assertThat(added()).isEqualTo(5);
  }

  @Test
  void sendsOnceOfManyEqualCallsAtOnce() throws Exception {
    var callers = Executors.newFixedThreadPool(8);
    var calls =
        IntStream.range(0, 8)
            .mapToObj(number -> (Callable<Answer>) () -> keyed("k-1", texts(20)))
            .collect(Collectors.toList());

    var answers = callers.invokeAll(calls);
    callers.shutdown();

    var body = answers.get(0).get().body();
    for (var answer : answers) {
      assertThat(answer.get().body()).isEqualTo(body);
    }
    assertThat(added()).isEqualTo(20);
  }

  @Test
  void letsAnItemHaveAKeyOfItsOwn() {
    var item = "{\"idempotencyKey\":\"k-1\"," + text(1, "a").substring(1);

    var answer = bulk(item, item);

    assertThat(results(answer))
        .extracting(result -> result.get("status"))
        .containsExactly(201, 201);
    assertThat(idsOf(answer).get(1)).isEqualTo(idsOf(answer).get(0));
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void rehearsesAnItemThatAsksForIt() {
    var answer = bulk("{\"dryRun\":true," + text(1, "a").substring(1));

    assertThat(results(answer).get(0)).containsEntry("dryRun", true).containsEntry("status", 200);
    assertThat(added()).isZero();
  }

  /** Only the first of three messages is stored, and the call has no answer. */
  private void crashAfterTheFirst(KeyRecord record) {
    var records = api.world().stores().idempotency();
    records.remove(record);
    records.insert(
        new KeyRecord(
            record.key(),
            record.fingerprint(),
            List.of(record.messageIds().get(0), id(0xd2), id(0xd3)),
            Optional.of(record.createdAt().plus(KeyRules.hold(3))),
            Optional.empty(),
            0,
            record.createdAt()));
    api.world().clock().advance(KeyRules.hold(3));
  }

  private Answer bulk(String... items) {
    return api.call(BULK, PATH, key, body(items));
  }

  private Answer keyed(String word, String... items) {
    return api.call(
        BULK, PATH, Map.of("Authorization", "Bearer " + key, "Idempotency-Key", word), body(items));
  }

  private static String body(String... items) {
    return "{\"messages\":[" + String.join(",", items) + "]}";
  }

  private static String text(int person, String words) {
    return "{\"message\":\"%s\",\"recipientPhone\":\"+1202555%04d\"}"
        .formatted(words, 1_000 + person);
  }

  private static String[] texts(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> text(number % 50, String.format(Locale.ROOT, "t%d", number)))
        .toArray(String[]::new);
  }

  private static List<Map<String, Object>> results(Answer answer) {
    var tree = JsonTree.parse(answer.body().getBytes(StandardCharsets.UTF_8)).asObject();
    return ((List<?>) tree.orElseThrow().get("results"))
        .stream().map(BulkSendTest::object).collect(Collectors.toList());
  }

  private static List<Object> idsOf(Answer answer) {
    return results(answer).stream()
        .map(result -> object(result.get("message")).get("_id"))
        .collect(Collectors.toList());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Object node) {
    return (Map<String, Object>) node;
  }

  private static IdempotencyKey keyOf(String word) {
    return new IdempotencyKey(WORKSPACE, PATH, word);
  }

  private long added() {
    return stored() - before;
  }

  private long stored() {
    return api.world()
        .stores()
        .messages()
        .page(WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }
}
