package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.anApiKey;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeptAnswer;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.intake.KeyRules;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.Workspace;
import io.tuco.core.workspace.WorkspaceChange;
import io.tuco.core.workspace.WorkspaceChange.RateLimitsChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

/** {@code Idempotency-Key} on {@code POST /api/messages} (API contract, section 3). */
final class KeyedSendTest {

  private static final String PATH = "/api/messages";
  private static final String SEND = "POST /api/messages";
  private static final String PHONE = "\"recipientPhone\":\"+12025550190\"";
  private static final String HELLO = "{\"message\":\"Hi.\"," + PHONE + "}";
  private static final String ANOTHER = "{\"message\":\"Ho.\"," + PHONE + "}";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String INVALID =
      "{\"error\":\"Idempotency-Key must be 1 to 255 characters\","
          + "\"code\":\"IDEMPOTENCY_KEY_INVALID\"}";
  private static final String IN_PROGRESS =
      "{\"error\":\"A request with this Idempotency-Key is still in progress\","
          + "\"code\":\"IDEMPOTENCY_IN_PROGRESS\"}";
  private static final String REUSED =
      "{\"error\":\"Idempotency-Key was already used with a different request body\","
          + "\"code\":\"IDEMPOTENCY_KEY_REUSED\"}";

  private DirectApi api;
  private String key;
  private long before;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    key = api.world().key();
    before = stored(WORKSPACE);
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void givesTheFirstAnswerAgainByteForByte() {
    var first = send("k-1", HELLO);
    api.world().clock().advance(Duration.ofHours(23));

    var again = send("k-1", HELLO);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.headers()).doesNotContainKey(REPLAYED);
    assertReplay(first, again);
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void givesAnAnswerWith200AgainToo() {
    send("k-1", HELLO);

    assertReplay(send("k-2", ANOTHER), send("k-2", ANOTHER));
    assertThat(added()).isEqualTo(2);
  }

  @Test
  void replaysWhatTheMessageWasThenWhateverBecameOfIt() {
    var first = send("k-1", "{\"message\":\"\\u2028 \\ud83d\\ude00 {{firstName}}\"," + PHONE + "}");
    api.call(
        "POST /api/messages/cancel-for-lead", PATH + "/cancel-for-lead", key, "{" + PHONE + "}");

    assertReplay(
        first, send("k-1", "{\"message\":\"\\u2028 \\ud83d\\ude00 {{firstName}}\"," + PHONE + "}"));
  }

  @Test
  void takesBodiesForEqualThatDifferInOrderSpacesKeyAndCorrelationAlone() {
    var first =
        send("k-1", "{\"message\":\"Hi.\",\"settings\":{\"a\":1,\"b\":[2.0]}," + PHONE + "}");

    var again =
        send(
            "k-1",
            "{ "
                + PHONE
                + ", \"idempotencyKey\": \"x\", \"correlationId\": \"c-9\",\n"
                + "\"settings\":{\"b\":[2],\"a\":1.0}, \"message\":\"Hi.\"}");

    assertReplay(first, again);
    assertThat(again.headers()).containsEntry("x-correlation-id", "c-9");
  }

  @Test
  void refusesAnotherBodyUnderTheKey() {
    send("k-1", HELLO);

    for (var other : List.of(ANOTHER, "{\"batchId\":null," + HELLO.substring(1))) {
      assertRefused(send("k-1", other), 422, REUSED);
    }
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void sendsAgainWithoutAKeyAndUnderAnotherKey() {
    send("k-1", HELLO);
    api.call(SEND, PATH, key, ANOTHER);
    send("k-2", HELLO);

    assertThat(added()).isEqualTo(3);
  }

  @Test
  void keepsTheKeysOfWorkspacesApart() {
    var theirs = api.world().keyOf(anApiKey().inWorkspace(OTHER_WORKSPACE));
    var first = send("k-1", HELLO);

    var other = api.call(SEND, PATH, headers(theirs, "k-1"), HELLO);

    assertThat(other.status()).isEqualTo(201);
    assertThat(other.headers()).doesNotContainKey(REPLAYED);
    assertThat(other.body()).isNotEqualTo(first.body()).contains(OTHER_WORKSPACE);
    assertThat(api.call(SEND, PATH, headers(theirs, "k-1"), ANOTHER).status()).isEqualTo(422);
  }

  @Test
  void sharesKeysAmongTheApiKeysOfAWorkspace() {
    assertReplay(
        send("k-1", HELLO), api.call(SEND, PATH, headers(api.world().key(), "k-1"), HELLO));
  }

  @Test
  void freesTheKeyOfARefusedCall() {
    var refused = send("k-1", "{\"message\":\"Hi.\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(record("k-1")).isFalse();
    assertThat(send("k-1", HELLO).status()).isEqualTo(201);
  }

  @Test
  void tellsWhoWaitedTwoSecondsForNothing() {
    claimed("k-1");

    var answer = send("k-1", HELLO);

    assertRefused(answer, 409, IN_PROGRESS);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
    assertThat(added()).isZero();
  }

  @Test
  void waitsForTheCallThatRuns() throws Exception {
    var text = send("k-0", HELLO).body();
    claimed("k-1");
    var running = api.world().stores().idempotency().find(keyOf("k-1")).orElseThrow();
    var caller = Executors.newSingleThreadExecutor();
    var waiting = caller.submit(() -> send("k-1", HELLO));

    var kept = new KeptAnswer(201, text);
    api.world().stores().idempotency().replace(running, running.answeredBy(kept));

    assertThat(waiting.get().body()).isEqualTo(text);
    assertThat(waiting.get().headers()).containsEntry(REPLAYED, "true");
    caller.shutdown();
  }

  @Test
  void completesUnderTheRecordedIdWhatACrashLeft() {
    var id = claimed("k-1");
    api.world().clock().advance(KeyRules.HOLD);

    var completed = send("k-1", HELLO);

    assertThat(completed.status()).isEqualTo(200);
    assertThat(completed.body()).contains("\"_id\":\"" + id + "\"");
    assertReplay(completed, send("k-1", HELLO));
    assertThat(added()).isEqualTo(1);
  }

  /** Its own lead was stored before the crash: that does not make the person a known one. */
  @Test
  void knowsTheLeadForItsOwnThatACrashLeftWithoutItsMessage() {
    api.world().watched().failOnce("MessageStore", "insert");
    var crashed = send("k-1", HELLO);

    var completed = send("k-1", HELLO);
    forgetTheAnswer("k-1");
    var resumed = send("k-1", HELLO);

    assertThat(crashed.status()).isEqualTo(503);
    assertThat(completed.status()).isEqualTo(201);
    assertThat(completed.body()).doesNotContain("duplicateOnly");
    assertThat(resumed.status()).isEqualTo(201);
    assertThat(resumed.body()).isEqualTo(completed.body());
    assertThat(send("k-2", HELLO).status()).isEqualTo(200);
    assertThat(added()).isEqualTo(2);
  }

  @Test
  void answersForTheMessageThatACrashLeftWithoutAnAnswer() {
    var first = send("k-1", HELLO);
    forgetTheAnswer("k-1");

    var again = send("k-1", HELLO);

    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.body()).isEqualTo(first.body());
    assertReplay(again, send("k-1", HELLO));
    assertThat(added()).isEqualTo(1);
  }

  @Test
  void wakesNoLaneForAReplay() throws Exception {
    send("k-1", HELLO);
    var woken = api.context().getEndpoint(ApiContext.WOKEN, MockEndpoint.class);
    woken.reset();
    woken.expectedMessageCount(0);

    send("k-1", HELLO);

    woken.assertIsSatisfied();
  }

  @Test
  void looksTheKeyUpBeforeItAsksWhetherTheWorkspaceIsReadOnly() {
    var first = send("k-1", HELLO);
    makeReadOnly();

    assertReplay(first, send("k-1", HELLO));
    assertThat(send("k-1", ANOTHER).status()).isEqualTo(422);
    assertThat(send("k-2", "{\"message\":5}").status()).isEqualTo(402);
    assertThat(send("", HELLO).status()).isEqualTo(402);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "schlüssel", "\u007f"})
  void refusesAKeyThatIsNone(String word) {
    assertRefused(send(word, HELLO), 400, INVALID);
    assertRefused(send("x".repeat(256), HELLO), 400, INVALID);
    assertThat(added()).isZero();
  }

  @Test
  void refusesAKeyThatWasSentTwice() {
    Map<String, Object> headers = new LinkedHashMap<>(headers(key, "k-1"));
    headers.put("Idempotency-Key", List.of("k-1", "k-2"));

    assertRefused(api.call(SEND, PATH, headers, HELLO), 400, INVALID);
  }

  @Test
  void judgesTypesBeforeTheKeyAndTheKeyBeforeTheRest() {
    assertThat(send("", "{\"message\":5}").body()).contains("message must be a string");
    assertThat(send("", "{\"message\":\"Hi.\",\"messageType\":\"fax\"}").body()).isEqualTo(INVALID);
    assertThat(api.call(SEND, PATH, key, "{\"idempotencyKey\":5}").body())
        .contains("idempotencyKey must be a string");
  }

  @Test
  void takesTheKeyOfTheBodyWhereNoHeaderHasOne() {
    var body = "{\"idempotencyKey\":\"k-1\"," + HELLO.substring(1);

    var first = api.call(SEND, PATH, key, body);

    assertReplay(first, api.call(SEND, PATH, key, body));
    assertReplay(first, send("k-1", HELLO));
    assertThat(send("k-2", body).headers()).doesNotContainKey(REPLAYED);
    assertRefused(
        api.call(SEND, PATH, key, "{\"idempotencyKey\":\"\"," + HELLO.substring(1)), 400, INVALID);
  }

  @Test
  void createsOneMessageOfManyEqualCallsAtOnce() throws Exception {
    var callers = Executors.newFixedThreadPool(16);
    var calls =
        IntStream.range(0, 16)
            .mapToObj(number -> (Callable<Answer>) () -> send("k-1", HELLO))
            .collect(Collectors.toList());

    var bodies = new HashSet<String>();
    var fresh = new ArrayList<Answer>();
    for (var answer : callers.invokeAll(calls)) {
      bodies.add(answer.get().body());
      if (!answer.get().headers().containsKey(REPLAYED)) {
        fresh.add(answer.get());
      }
    }
    callers.shutdown();

    assertThat(bodies).hasSize(1);
    assertThat(fresh).hasSize(1);
    assertThat(added()).isEqualTo(1);
  }

  private Answer send(String word, String body) {
    return api.call(SEND, PATH, headers(key, word), body);
  }

  private static Map<String, Object> headers(String apiKey, String word) {
    return Map.of("Authorization", "Bearer " + apiKey, "Idempotency-Key", word);
  }

  /** A call has begun and is not over; answers the id of its message, which is not stored. */
  private String claimed(String word) {
    send(word, HELLO);
    var records = api.world().stores().idempotency();
    var answered = records.find(keyOf(word)).orElseThrow();
    records.remove(answered);
    var id = id(0xabc);
    var now = api.world().clock().instant();
    records.insert(
        new KeyRecord(
            answered.key(),
            answered.fingerprint(),
            List.of(id),
            Optional.of(now.plus(KeyRules.HOLD)),
            Optional.empty(),
            0,
            now));
    before = stored(WORKSPACE);
    return id;
  }

  private void forgetTheAnswer(String word) {
    var records = api.world().stores().idempotency();
    var answered = records.find(keyOf(word)).orElseThrow();
    records.replace(answered, answered.letGo());
  }

  private boolean record(String word) {
    return api.world().stores().idempotency().find(keyOf(word)).isPresent();
  }

  private static IdempotencyKey keyOf(String word) {
    return new IdempotencyKey(WORKSPACE, PATH, word);
  }

  private void makeReadOnly() {
    var workspaces = api.world().stores().workspaces();
    Workspace current = workspaces.find(WORKSPACE).orElseThrow();
    var lock =
        new WorkspaceChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            RateLimitsChange.none(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    workspaces.update(lock.appliedTo(current, api.world().clock().instant()));
    api.world().clock().advance(Duration.ofSeconds(6));
  }

  private long added() {
    return stored(WORKSPACE) - before;
  }

  private long stored(String workspaceId) {
    return api.world()
        .stores()
        .messages()
        .page(workspaceId, MessageFilter.everything(), PageRequest.first())
        .totalCount();
  }

  private static void assertReplay(Answer first, Answer again) {
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.headers()).containsEntry(REPLAYED, "true");
  }

  private static void assertRefused(Answer answer, int status, String body) {
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(status);
  }
}
