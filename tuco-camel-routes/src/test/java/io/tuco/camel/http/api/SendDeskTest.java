package io.tuco.camel.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.LoudPools;
import io.tuco.camel.http.AnswerHeaders;
import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.HttpBody;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a call, of the others or of the threads: each exchange goes on, once. */
final class SendDeskTest {

  private static final int CALLS = 200;

  private final ApiWorld world = new ApiWorld();
  private final SendCalls calls = ApiRoutes.calls(world.parts(HttpEndpoints.platformHttp()));
  private final CamelContext context = new DefaultCamelContext();
  private final ExecutorService clerks = pool("clerks", SendDesk.CLERKS);
  private final ExecutorService alone = pool("alone", 4);
  private final SendDesk desk = new SendDesk(calls, clerks, alone);

  private ExecutorService pool(String name, int threads) {
    return context
        .getExecutorServiceManager()
        .newThreadPool(this, name, LoudPools.of(name, threads));
  }

  @AfterEach
  void closes() {
    context.stop();
  }

  private Exchange call(int person, String text) {
    var exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(calls.read(request(person, text)));
    return exchange;
  }

  private HttpRequest request(int person, String text) {
    var post = ApiOperations.SUBMIT_MESSAGE;
    var body =
        "{\"message\":\"%s\",\"recipientPhone\":\"+1202555%04d\",\"fromLineId\":\"%s\"}"
            .formatted(text, person, ApiWorld.LINE);
    return new HttpRequest(
        post.method(),
        post.path(),
        List.of(),
        "",
        Map.of(),
        Map.of("authorization", "Bearer " + world.key(), "content-type", "application/json"),
        HttpBody.of(body.getBytes(StandardCharsets.UTF_8)),
        post.routeId(),
        new AnswerHeaders());
  }

  /** Completes when the exchange has gone on; fails when it does so twice. */
  private static final class Callback implements AsyncCallback {
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private final boolean breaks;

    Callback(boolean breaks) {
      this.breaks = breaks;
    }

    @Override
    public void done(boolean synchronously) {
      if (!done.complete(synchronously)) {
        throw new IllegalStateException("twice");
      }
      if (breaks) {
        throw new StackOverflowError("the rest of the route");
      }
    }

    void await() throws Exception {
      done.get(30, TimeUnit.SECONDS);
    }
  }

  private List<Callback> process(List<Exchange> exchanges, boolean breaking) {
    var callbacks = new ArrayList<Callback>();
    for (var exchange : exchanges) {
      var callback = new Callback(breaking && callbacks.size() % 2 == 0);
      callbacks.add(callback);
      desk.process(exchange, callback);
    }
    return callbacks;
  }

  private static void areAccepted(List<Exchange> exchanges) {
    assertThat(exchanges)
        .allSatisfy(
            exchange -> {
              assertThat(exchange.getException()).isNull();
              assertThat(exchange.getMessage().getBody(SendCall.class).isAccepted()).isTrue();
            });
  }

  @Test
  void answersManyThatComeAtOnce() throws Exception {
    var exchanges =
        IntStream.range(0, CALLS).mapToObj(number -> call(number % 50, "text " + number)).toList();

    for (var callback : process(exchanges, false)) {
      callback.await();
    }

    areAccepted(exchanges);
  }

  @Test
  void answersWhereNoThreadIsLeft() throws Exception {
    context.getExecutorServiceManager().shutdownNow(clerks);
    context.getExecutorServiceManager().shutdownNow(alone);
    var exchanges = IntStream.range(0, 5).mapToObj(number -> call(number, "hello")).toList();

    for (var callback : process(exchanges, false)) {
      callback.await();
    }

    areAccepted(exchanges);
  }

  @Test
  void goesOnWithTheOthersWhereTheRestOfARouteBreaks() throws Exception {
    process(List.of(call(1, "first")), false).get(0).await();
    var exchanges =
        IntStream.range(0, CALLS).mapToObj(number -> call(1, "text " + number)).toList();

    for (var callback : process(exchanges, true)) {
      callback.await();
    }
    for (var callback : process(List.of(call(1, "last")), false)) {
      callback.await();
    }

    areAccepted(exchanges);
  }
}
