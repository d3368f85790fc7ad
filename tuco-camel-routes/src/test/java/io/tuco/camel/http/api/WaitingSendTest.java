package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.json.JsonTree;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.SendDefaults;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code Prefer: wait=N} on {@code POST /api/messages} (API contract, section 2.3). */
@Timeout(60)
final class WaitingSendTest {

  private static final String PATH = "/api/messages";
  private static final String SEND = "POST " + PATH;
  private static final String CANCEL = PATH + "/cancel-for-lead";
  private static final String APPLIED = "Preference-Applied";
  private static final String HELLO = "{\"message\":\"Hi.\",\"recipientPhone\":\"+12025550190\"}";

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private DirectApi api;
  private String key;

  @BeforeEach
  void open() throws Exception {
    api = new DirectApi();
    key = api.world().key();
  }

  @AfterEach
  void close() {
    callers.shutdownNow();
    api.close();
  }

  @Test
  void answersWhenTheMessageHasEnded() throws Exception {
    var waiting = sending(Map.of("Prefer", "wait=30"), HELLO);
    awaitParked(1);

    cancel();

    var answer = waiting.get();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(field(answer, "status")).isEqualTo("failed");
    assertThat(answer.body()).contains("\"status\":\"cancelled\"");
    assertThat(answer.headers()).containsEntry(APPLIED, "wait=30");
  }

  @Test
  void hearsOfAnEndThatAnotherNodeRecorded() throws Exception {
    var waiting = sending(Map.of("Prefer", "wait=30"), HELLO);
    awaitParked(1);

    endElsewhere();

    assertThat(field(waiting.get(), "status")).isEqualTo("failed");
    assertThat(field(waiting.get(), "error")).isEqualTo("The device is gone");
  }

  @Test
  void answersAsItStandsWhenTheTimeIsUp() {
    var answer = send(Map.of("Prefer", "wait=1"), HELLO);

    assertThat(field(answer, "status")).isEqualTo("pending");
    assertThat(answer.headers()).containsEntry(APPLIED, "wait=1");
    assertThat(api.world().engine().ends().size()).isZero();
  }

  @Test
  void doesNotWaitUnlessAsked() {
    for (var words : List.of("respond-async", "wait=0", "wait=soon")) {
      assertThat(send(Map.of("Prefer", words), different()).headers()).doesNotContainKey(APPLIED);
    }
    assertThat(send(Map.of(), different()).headers()).doesNotContainKey(APPLIED);
  }

  @Test
  void takesAPreferenceOfSeveralLines() {
    var answer = send(Map.of("Prefer", List.of("respond-async", "wait=1")), HELLO);

    assertThat(answer.headers()).containsEntry(APPLIED, "wait=1");
  }

  @Test
  void waitsAsTheWorkspaceSaysUnlessTheCallerSaysOtherwise() {
    waitingByDefault(1);

    assertThat(send(Map.of(), different()).headers()).containsEntry(APPLIED, "wait=1");
    assertThat(send(Map.of("Prefer", "wait=0"), different()).headers()).doesNotContainKey(APPLIED);
  }

  @Test
  void waitsForNothingThatIsNotAccepted() {
    send(Map.of(), HELLO);
    var patient = Map.<String, Object>of("Prefer", "wait=30");

    var skipped = send(patient, HELLO);
    var rehearsed = send(patient, "{\"dryRun\":true," + different().substring(1));
    var refused = send(patient, "{}");
    var many =
        api.call(
            "POST /api/messages/bulk",
            PATH + "/bulk",
            headers(patient),
            "{\"messages\":[" + different() + "]}");

    assertThat(skipped.body()).contains("\"skipped\":true");
    for (var answer : List.of(skipped, rehearsed, refused, many)) {
      assertThat(answer.headers()).doesNotContainKey(APPLIED);
    }
  }

  @Test
  void isAnsweredAtOnceWhereTheMessageHasEndedAlready() {
    api.call("POST /api/dnc", "/api/dnc", key, "{\"phone\":\"+12025550190\"}");

    var answer = send(Map.of("Prefer", "wait=30"), HELLO);

    assertThat(field(answer, "status")).isEqualTo("failed");
    assertThat(answer.headers()).containsEntry(APPLIED, "wait=30");
  }

  @Test
  void isAnsweredAtOnceWhereTooManyWait() throws Exception {
    var waiting =
        IntStream.range(0, ApiWorld.PARKED_CALLS)
            .mapToObj(number -> sending(Map.of("Prefer", "wait=30"), different()))
            .toList();
    awaitParked(ApiWorld.PARKED_CALLS);

    var one = send(Map.of("Prefer", "wait=30"), HELLO);

    assertThat(one.status()).isEqualTo(201);
    assertThat(field(one, "status")).isEqualTo("pending");
    assertThat(one.headers()).doesNotContainKey(APPLIED);
    api.world().engine().ends().close();
    for (var each : waiting) {
      assertThat(each.get().status()).isIn(200, 201);
    }
  }

  @Test
  void keepsUnderTheKeyWhatTheFirstCallerReceived() throws Exception {
    var keyed = Map.<String, Object>of("Prefer", "wait=30", "Idempotency-Key", "k-1");
    var waiting = sending(keyed, HELLO);
    awaitParked(1);
    cancel();
    var first = waiting.get();

    var again = send(keyed, HELLO);

    assertThat(field(first, "status")).isEqualTo("failed");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.headers())
        .containsEntry("Idempotency-Replayed", "true")
        .doesNotContainKey(APPLIED);
  }

  @Test
  void runsUnderItsKeyForAsLongAsItWaits() throws Exception {
    var keyed = Map.<String, Object>of("Prefer", "wait=30", "Idempotency-Key", "k-1");
    var waiting = sending(keyed, HELLO);
    awaitParked(1);
    api.world().clock().advance(Duration.ofSeconds(34));

    var early = send(keyed, HELLO);
    api.world().clock().advance(Duration.ofSeconds(2));
    var late = send(Map.of("Idempotency-Key", "k-1"), HELLO);

    assertThat(early.status()).isEqualTo(409);
    assertThat(late.status()).isEqualTo(201);
    cancel();
    assertThat(waiting.get().body()).isEqualTo(late.body());
    assertThat(waiting.get().headers()).containsEntry("Idempotency-Replayed", "true");
  }

  @Test
  void answersWhoeverWaitsWhenTheContextStops() throws Exception {
    var waiting = sending(Map.of("Prefer", "wait=30"), HELLO);
    awaitParked(1);

    // Not stopped itself: that interrupts this test's own caller, who waits with a thread.
    for (var strategy : api.context().getLifecycleStrategies()) {
      strategy.onContextStopping(api.context());
    }

    assertThat(field(waiting.get(), "status")).isEqualTo("pending");
  }

  @Test
  void answersWithWhatIsKnownWhenTheStoreIsAway() throws Exception {
    var waiting = sending(Map.of("Prefer", "wait=2"), HELLO);
    awaitParked(1);

    api.world().watched().goAway();

    assertThat(waiting.get().status()).isEqualTo(201);
    assertThat(field(waiting.get(), "status")).isEqualTo("pending");
  }

  private void waitingByDefault(int seconds) {
    var answer =
        api.call(
            "PATCH /api/workspace/settings",
            "/api/workspace/settings",
            key,
            "{\"defaultWaitSeconds\":" + seconds + "}");
    assertThat(answer.body()).contains("\"defaultWaitSeconds\":" + seconds);
    assertThat(SendDefaults.LONGEST_WAIT).hasSeconds(30);
  }

  private void cancel() {
    var answer = api.call("POST " + CANCEL, CANCEL, key, "{\"recipientPhone\":\"+12025550190\"}");
    assertThat(answer.body()).contains("\"cancelledCount\":1");
  }

  /** As another node's process would: past this node's engine. */
  private void endElsewhere() {
    var message = accepted();
    api.world()
        .stores()
        .messages()
        .endWaiting(message.failed("The device is gone", api.world().clock().instant()), List.of());
  }

  private Message accepted() {
    return api
        .world()
        .stores()
        .messages()
        .page(WORKSPACE, MessageFilter.everything(), PageRequest.first())
        .items()
        .stream()
        .filter(message -> message.status() == MessageStatus.PENDING)
        .filter(message -> message.content().text().equals("Hi."))
        .findFirst()
        .orElseThrow();
  }

  private void awaitParked(int calls) {
    await().atMost(Duration.ofSeconds(20)).until(() -> api.world().engine().ends().size() == calls);
  }

  private Future<Answer> sending(Map<String, Object> headers, String body) {
    return callers.submit(() -> send(headers, body));
  }

  private Answer send(Map<String, Object> headers, String body) {
    return api.call(SEND, PATH, headers(headers), body);
  }

  private Map<String, Object> headers(Map<String, Object> more) {
    Map<String, Object> headers = new LinkedHashMap<>(more);
    headers.put("Authorization", "Bearer " + key);
    return headers;
  }

  private int words;

  /** A body of its own, or it would be a double send. */
  private String different() {
    return "{\"message\":\"Hi %d\",\"recipientPhone\":\"+12025550191\"}".formatted(words++);
  }

  private static String field(Answer answer, String name) {
    var tree = JsonTree.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    return String.valueOf(tree.asObject().orElseThrow().get(name));
  }
}
