package io.tuco.camel.bench;

import io.tuco.camel.story.JsonHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

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
   * @param perSecondAlone deliveries a second while as many as there are wait
   * @param ratio of the p99 beside to the one alone
   * @param cpu of the server for each delivery of a burst, accepting included, in milliseconds
   * @param arrived the share of what was expected that came, at the steady rate
   */
  record Result(
      double perSecondAlone,
      double perSecondBeside,
      double p50Alone,
      double p99Alone,
      double p50Beside,
      double p99Beside,
      double ratio,
      double cpu,
      double arrived) {}

  /** What came with those that hang, or without them. */
  private record Rounds(List<Quantiles> steady, List<Double> bursts) {
    Rounds() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    double at(double share) {
      return Quantiles.of(steady.stream().map(round -> round.at(share)).toList()).median();
    }

    double perSecond() {
      return Quantiles.of(bursts).median();
    }
  }

  private final Laboratory laboratory;
  private final WebhookSinks sinks;
  private final JsonHttp api;
  private final List<String> hanging = new ArrayList<>();
  private final List<Double> arrived = new ArrayList<>();
  private final List<Double> cpu = new ArrayList<>();

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
    var alone = new Rounds();
    var beside = new Rounds();
    for (var round = 0; round < ROUNDS; round++) {
      hang(false);
      measure(alone);
      hang(true);
      measure(beside);
    }
    return new Result(
        alone.perSecond(),
        beside.perSecond(),
        alone.at(0.5),
        alone.at(0.99),
        beside.at(0.5),
        beside.at(0.99),
        ratio(alone, beside),
        Quantiles.of(cpu).median(),
        Quantiles.of(arrived).median());
  }

  private void measure(Rounds rounds) throws IOException {
    rounds.steady().add(steadily(SECONDS));
    rounds.bursts().add(burst());
  }

  /** Of neighbours in time: what else the machine does changes slowly. */
  private static double ratio(Rounds alone, Rounds beside) {
    return Quantiles.of(
            IntStream.range(0, ROUNDS)
                .mapToObj(
                    round ->
                        beside.steady().get(round).at(0.99) / alone.steady().get(round).at(0.99))
                .toList())
        .median();
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
  private double burst() throws IOException {
    var begun = laboratory.cpu();
    var calls = new ArrayList<CompletableFuture<Void>>();
    for (var number = 0; number < BURST; number++) {
      calls.add(laboratory.send(number % laboratory.fleet().lines().size(), FUTURE));
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).join();
    await(BURST * FAST);
    var found = sinks.drained();
    cpu.add((laboratory.cpu() - begun) / 1e6 / found.size());
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
}
