package io.tuco.camel.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Receivers of webhooks: those under {@code /fast} answer at once, those under {@code /hang} never.
 */
final class WebhookSinks implements AutoCloseable {

  private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

  /** When it came, and how long after the event that it tells of. */
  record Arrival(long nanos, double millis) {}

  private final Vertx vertx = Vertx.vertx();
  private final List<Arrival> arrivals = new ArrayList<>();
  private final int port;

  WebhookSinks() {
    port =
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
  }

  String fast(int number) {
    return "http://127.0.0.1:" + port + "/fast/" + number;
  }

  String hanging(int number) {
    return "http://127.0.0.1:" + port + "/hang/" + number;
  }

  /** What has come since it was asked last. */
  synchronized List<Arrival> drained() {
    var all = List.copyOf(arrivals);
    arrivals.clear();
    return all;
  }

  synchronized int count() {
    return arrivals.size();
  }

  private void take(HttpServerRequest request) {
    if (request.path().startsWith("/fast")) {
      request.body().onSuccess(body -> note(request, body.toString()));
    }
  }

  private synchronized void note(HttpServerRequest request, String body) {
    var now = Instant.now();
    var found = TIMESTAMP.matcher(body);
    if (found.find()) {
      var late = Duration.between(Instant.parse(found.group(1)), now);
      arrivals.add(new Arrival(System.nanoTime(), late.toNanos() / 1e6));
    }
    request.response().setStatusCode(204).end();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
