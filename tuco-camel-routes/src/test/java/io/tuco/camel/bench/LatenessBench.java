package io.tuco.camel.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * How late lanes are with few and with many waiting messages. All of them are due, so each lane
 * sends again as soon as its device is ready; what is sent is replaced, so that the backlog stays.
 */
final class LatenessBench {

  static final int LANES = 100;
  static final int RUNS = 3;

  private static final Duration GAP = Duration.ofSeconds(1);

  /** What runs for the first time is compiled meanwhile; that takes thousands of sends. */
  private static final int WARM_UPS = Integer.getInteger("tuco.bench.warm-ups", 15_000);

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final int RUN_SECONDS = 12;
  private static final Duration BETWEEN_ACCEPTS = GAP.dividedBy(LANES);

  /**
   * What was found; milliseconds and MiB, medians of the runs.
   *
   * @param shortest the least lateness of all; negative when a gap was kept too short
   */
  record Result(
      int waiting, double p50, double p99, double max, double shortest, int calls, long heap) {}

  /** What the server may have, whatever waits. */
  private static final String HEAP = "-Xmx512m";

  private final int waiting;
  private final List<Quantiles> runs = new ArrayList<>();
  private int copied;

  private LatenessBench(int waiting) {
    this.waiting = waiting;
  }

  static Result with(int waiting) throws IOException {
    try (var laboratory = Laboratory.open(new Fleet.Size(LANES, GAP, Fleet.UNLIMITED), HEAP)) {
      return new LatenessBench(waiting).in(laboratory);
    }
  }

  private Result in(Laboratory laboratory) throws IOException {
    var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    var copies = laboratory.copiesOf(Schedules.at(tomorrow));
    var due = Map.of(tomorrow, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    laboratory.sendMany(WARM_UPS);
    laboratory.awaitSends(WARM_UPS, LIMIT);
    laboratory.letDevicesRest();
    copy(laboratory, copies, due, waiting);
    laboratory.sendFromEveryLine("");
    keepFull(laboratory, RUN_SECONDS);
    for (var run = 0; run < RUNS; run++) {
      var since = Laboratory.epochNanos();
      keepFull(laboratory, RUN_SECONDS);
      runs.add(Lateness.of(laboratory.relayed(), GAP, since));
    }
    return result(laboratory.heap());
  }

  /** One more message for each lane and second, accepted over HTTP: what it sends meanwhile. */
  private static void keepFull(Laboratory laboratory, int seconds) {
    var sent = new ArrayList<CompletableFuture<Void>>();
    var begun = System.nanoTime();
    for (var number = 0; number < seconds * LANES; number++) {
      var due = begun + number * BETWEEN_ACCEPTS.toNanos();
      Laboratory.rest(Duration.ofNanos(due - System.nanoTime()));
      sent.add(laboratory.send(number % LANES, ""));
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
  }

  private void copy(
      Laboratory laboratory, DocumentCopies copies, Map<Instant, Instant> due, int more) {
    copies.insert(laboratory.database(), laboratory.fleet(), copied, copied + more, due);
    copied += more;
  }

  private Result result(long heap) {
    return new Result(
        waiting,
        median(0.5),
        median(0.99),
        median(1),
        runs.stream().mapToDouble(run -> run.at(0)).min().orElse(Double.NaN),
        IntStream.range(0, RUNS).map(run -> runs.get(run).size()).sum(),
        heap);
  }

  private double median(double share) {
    return Quantiles.of(runs.stream().map(run -> run.at(share)).toList()).median();
  }
}
