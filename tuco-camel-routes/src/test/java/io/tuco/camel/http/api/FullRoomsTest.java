package io.tuco.camel.http.api;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.http.ApiContext;
import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.ChatSignal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.component.mock.MockEndpoint;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that do not answer keep few callers waiting. */
final class FullRoomsTest {

  private static final String TOO_MANY =
      "{\"error\":\"Rate limit exceeded\",\"code\":\"RATE_LIMITED\"}";
  private static final String CHECK = "/api/check-availability";
  private static final String REACT = "/api/messages/react";

  private final CountDownLatch answered = new CountDownLatch(1);
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
    answered.countDown();
    callers.shutdownNow();
    api.close();
  }

  @Test
  void letsFewWaitForLookUpsAndTheNextOnceTheyAreOver() {
    silent(ApiContext.LOOKED_UP, Availability.AVAILABLE);
    var waiting = call(AvailabilityRoutes.PLACES, this::check);

    var refused =
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> callers.submit(this::check), call -> isOver(call::isDone));

    assertThat(join(refused).status()).isEqualTo(429);
    assertThat(join(refused).body()).isEqualTo(TOO_MANY);
    assertThat(join(refused).headers()).containsEntry("Retry-After", "3");
    answered.countDown();
    assertThat(waiting).allMatch(call -> call.join().status() == 200);
    assertThat(check().status()).isEqualTo(200);
  }

  @Test
  void letsFewWaitForReactions() {
    var sent = aSendingMessage("s-1").withId(id(0x5e47)).build().sent("G-1", NOW);
    api.world().stores().messages().insert(sent, Optional.empty(), List.of());
    silent(ApiContext.SIGNALLED, new ChatSignal.Outcome.Done());
    var waiting = call(SignalRoutes.PLACES, this::react);

    var refused =
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> callers.submit(this::react), call -> isOver(call::isDone));

    assertThat(join(refused).body()).isEqualTo(TOO_MANY);
    assertThat(join(refused).headers()).containsEntry("Retry-After", "1");
    answered.countDown();
    assertThat(waiting).allMatch(call -> call.join().status() == 200);
  }

  private static boolean isOver(Supplier<Boolean> done) {
    Awaitility.await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(5)).until(done::get);
    return done.get();
  }

  private List<CompletableFuture<Answer>> call(int times, Supplier<Answer> call) {
    var calls =
        Stream.generate(() -> CompletableFuture.supplyAsync(call, callers)).limit(times).toList();
    return calls;
  }

  private void silent(String mock, Object answer) {
    api.context()
        .getEndpoint(mock, MockEndpoint.class)
        .whenAnyExchangeReceived(
            exchange -> {
              if (answered.await(30, TimeUnit.SECONDS)) {
                exchange.getMessage().setBody(answer);
              }
            });
  }

  private static Answer join(Future<Answer> call) {
    try {
      return call.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Answer check() {
    return api.call("GET " + CHECK, CHECK + "?address=a@example.com", key, null);
  }

  private Answer react() {
    return api.call(
        "POST " + REACT,
        REACT,
        key,
        "{\"messageId\":\"" + id(0x5e47) + "\",\"reaction\":\"love\"}");
  }
}
