package io.tuco.camel.bench;

import io.tuco.camel.story.JsonHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast webhooks come to receivers that answer, alone and beside one in ten that hangs. Messages
 * are accepted at a steady rate, whatever comes of them; each tells all receivers at once.
 */
final class WebhookBench {

  static final int FAST = 18;
  static final int HANGING = 2;

  private static final int ROUNDS = Integer.getInteger("tuco.bench.rounds", 5);
  private static final int SECONDS = Integer.getInteger("tuco.bench.seconds", 5);
  private static final int WARM_UP_SECONDS = Integer.getInteger("tuco.bench.warmup", 20);
  private static final int PER_SECOND = Integer.getInteger("tuco.bench.deliveries", 1_080);
  private static final int BURST = 250;
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String FUTURE = "\"scheduledDate\":\"2099-01-01T00:00:00Z\"";

  /**
   * Medians of the rounds: milliseconds from the event to its arrival.
   *
   * @param perSecond deliveries a second while as many as there are wait
   * @param arrived the share of what was expected that came, at the steady rate
   */
  record Result(
      double perSecond,
      double p50Alone,
      double p99Alone,
      double p50Beside,
      double p99Beside,
      double arrived) {}

  private final Laboratory laboratory;
  private final WebhookSinks sinks;
  private final JsonHttp api;
  private final List<String> hanging = new ArrayList<>();
  private final List<Double> arrived = new ArrayList<>();

  private WebhookBench(Laboratory laboratory, WebhookSinks sinks) {
    this.laboratory = laboratory;
    this.sinks = sinks;
    this.api = new JsonHttp(laboratory.url(), laboratory.fleet().key());
  }

  static Result run() throws IOException {
    var size = new Fleet.Size(4, Duration.ZERO, Fleet.UNLIMITED);
    try (var laboratory = Laboratory.open(size, "-Xmx1g");
        var sinks = new WebhookSinks()) {
      return new WebhookBench(laboratory, sinks).measured();
    }
  }

  static int perSecond() {
    return PER_SECOND;
  }

  private Result measured() throws IOException {
    for (var number = 0; number < FAST; number++) {
      subscribe(sinks.fast(number));
    }
    for (var number = 0; number < HANGING; number++) {
      hanging.add(subscribe(sinks.hanging(number)));
    }
    hang(false);
    steadily(WARM_UP_SECONDS);
    List<Quantiles> alone = new ArrayList<>();
    List<Quantiles> beside = new ArrayList<>();
    List<Double> bursts = new ArrayList<>();
    for (var round = 0; round < ROUNDS; round++) {
      hang(false);
      alone.add(steadily(SECONDS));
      hang(true);
      beside.add(steadily(SECONDS));
      bursts.add(burst());
    }
    return new Result(
        Quantiles.of(bursts).median(),
        at(alone, 0.5),
        at(alone, 0.99),
        at(beside, 0.5),
        at(beside, 0.99),
        Quantiles.of(arrived).median());
  }

  private String subscribe(String url) throws IOException {
    var body =
        "{\"url\":\"%s\",\"events\":[\"message.scheduled\"],\"name\":\"bench\"}".formatted(url);
    return api.post("/api/webhooks", body).body().path("id").asText();
  }

  /** What waits for those that hang is cancelled with them. */
  private void hang(boolean on) throws IOException {
    for (var id : hanging) {
      api.patch("/api/webhooks/" + id, "{\"isActive\":" + on + "}");
    }
    // Who hears is remembered for a second.
    Laboratory.rest(Duration.ofSeconds(2));
    sinks.drained();
  }

  /** Messages at a steady rate, counted by when they were to be sent; and how late each came. */
  private Quantiles steadily(int seconds) {
    var messages = PER_SECOND * seconds / FAST;
    var gap = TimeUnit.SECONDS.toNanos(seconds) / messages;
    var calls = new ArrayList<CompletableFuture<Void>>();
    var begun = System.nanoTime();
    for (var number = 0; number < messages; number++) {
      LockSupport.parkNanos(begun + number * gap - System.nanoTime());
      calls.add(laboratory.send(number % laboratory.fleet().lines().size(), FUTURE));
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
    await(messages * FAST);
    var found = sinks.drained();
    arrived.add((double) found.size() / (messages * FAST));
    return Quantiles.of(found.stream().map(WebhookSinks.Arrival::millis).toList());
  }

  /** As fast as they come. */
  private double burst() {
    var calls = new ArrayList<CompletableFuture<Void>>();
    for (var number = 0; number < BURST; number++) {
      calls.add(laboratory.send(number % laboratory.fleet().lines().size(), FUTURE));
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
    await(BURST * FAST);
    var found = sinks.drained();
    var first = found.get(0).nanos();
    var last = found.get(found.size() - 1).nanos();
    return found.size() / ((last - first) / 1e9);
  }

  private void await(int arrivals) {
    var begun = System.nanoTime();
    while (sinks.count() < arrivals && System.nanoTime() - begun < LIMIT.toNanos()) {
      Laboratory.rest(Duration.ofMillis(10));
    }
  }

  private static double at(List<Quantiles> rounds, double share) {
    return Quantiles.of(rounds.stream().map(round -> round.at(share)).toList()).median();
  }
}
