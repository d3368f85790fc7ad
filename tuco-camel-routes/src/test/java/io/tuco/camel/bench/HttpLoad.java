package io.tuco.camel.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * A closed loop of callers on connections of their own: each asks again as soon as it is answered.
 */
final class HttpLoad implements AutoCloseable {

  /** One request to make; an empty body is a GET. */
  record Call(String path, String body, Map<String, String> headers) {}

  /**
   * What was found.
   *
   * @param perSecond answers of the expected kind
   * @param millis how long each took
   * @param statuses how many of each status
   */
  record Found(double perSecond, Quantiles millis, Map<Integer, Long> statuses) {}

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong numbers = new AtomicLong();
  private final URI server;
  private final String key;

  HttpLoad(String server, String key) {
    this.server = URI.create(server);
    this.key = key;
  }

  /**
   * @param calls the call of a number; each number is used once
   */
  Found run(int callers, Duration length, LongFunction<Call> calls) {
    var options =
        new HttpClientOptions()
            .setDefaultHost(server.getHost())
            .setDefaultPort(server.getPort())
            .setMaxPoolSize(callers)
            .setMaxWaitQueueSize(callers);
    var client = vertx.createHttpClient(options);
    var begun = System.nanoTime();
    List<Caller> all = new ArrayList<>();
    for (var number = 0; number < callers; number++) {
      all.add(new Caller(client, begun + length.toNanos(), calls));
    }
    all.forEach(Caller::next);
    all.forEach(caller -> caller.over.join());
    client.close();
    return found(all, length);
  }

  /** So many calls at once, which may take their time; done when all are answered. */
  CompletableFuture<Found> begin(int callers, LongFunction<Call> calls) {
    return CompletableFuture.supplyAsync(() -> run(callers, Duration.ZERO, calls));
  }

  private static Found found(List<Caller> all, Duration length) {
    List<Double> millis = new ArrayList<>();
    var statuses = new TreeMap<Integer, Long>();
    for (var caller : all) {
      Arrays.stream(caller.nanos, 0, caller.count).forEach(each -> millis.add(each / 1e6));
      caller.statuses.forEach((status, count) -> statuses.merge(status, count, Long::sum));
    }
    return new Found(
        millis.size() / Math.max(1e-9, length.toNanos() / 1e9), Quantiles.of(millis), statuses);
  }

  /** One caller; its calls follow one another. */
  private final class Caller {
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final HttpClient client;
    private final long until;
    private final LongFunction<Call> calls;
    private long[] nanos = new long[1_024];
    private int count;

    Caller(HttpClient client, long until, LongFunction<Call> calls) {
      this.client = client;
      this.until = until;
      this.calls = calls;
    }

    void next() {
      var call = calls.apply(numbers.incrementAndGet());
      var begun = System.nanoTime();
      client
          .request(call.body().isEmpty() ? HttpMethod.GET : HttpMethod.POST, call.path())
          .compose(request -> sent(request, call))
          .compose(answer -> answer.body().map(body -> answer.statusCode()))
          .onSuccess(status -> answered(status, System.nanoTime() - begun))
          .onFailure(over::completeExceptionally);
    }

    private io.vertx.core.Future<HttpClientResponse> sent(HttpClientRequest request, Call call) {
      request.putHeader("Authorization", "Bearer " + key);
      call.headers().forEach(request::putHeader);
      return call.body().isEmpty()
          ? request.send()
          : request.putHeader("Content-Type", "application/json").send(Buffer.buffer(call.body()));
    }

    private void answered(int status, long took) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = took;
      statuses.merge(status, 1L, Long::sum);
      if (System.nanoTime() < until) {
        next();
      } else {
        over.complete(null);
      }
    }
  }

  @Override
  public void close() {
    vertx.close();
  }
}
