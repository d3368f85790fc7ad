package io.tuco.camel.bench;

import io.tuco.camel.bench.HttpLoad.Call;
import io.tuco.camel.bench.HttpLoad.Found;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What callers who wait for the end of their message cost everybody else: the same requests with
 * and without them, one after the other in every round.
 */
final class WaitingBench {

  static final int WAITING = 200;

  private static final int OTHERS = 8;
  private static final int ROUNDS = Integer.getInteger("tuco.bench.rounds", 5);
  private static final int SECONDS = Integer.getInteger("tuco.bench.seconds", 5);
  private static final Duration WARM_UP =
      Duration.ofSeconds(Integer.getInteger("tuco.bench.warmup", 20));
  private static final int SETTLE_SECONDS = 2;
  private static final String FUTURE = ",\"scheduledDate\":\"2099-01-01T00:00:00Z\"";

  /**
   * Medians of the rounds, in milliseconds, of requests beside those who wait.
   *
   * @param waited how many callers were answered after their whole wait, of each round
   */
  record Result(double p50Alone, double p99Alone, double p50Beside, double p99Beside, int waited) {}

  private final Laboratory laboratory;
  private final HttpLoad load;

  private WaitingBench(Laboratory laboratory, HttpLoad load) {
    this.laboratory = laboratory;
    this.load = load;
  }

  static Result run() throws IOException {
    var size = new Fleet.Size(4, Duration.ZERO, Fleet.UNLIMITED);
    try (var laboratory = Laboratory.open(size, "-Xmx1g");
        var load = new HttpLoad(laboratory.url(), laboratory.fleet().key())) {
      return new WaitingBench(laboratory, load).measured();
    }
  }

  private Result measured() {
    load.run(OTHERS, WARM_UP, this::other);
    waiting().join();
    List<Found> alone = new ArrayList<>();
    List<Found> beside = new ArrayList<>();
    var waited = Integer.MAX_VALUE;
    for (var round = 0; round < ROUNDS; round++) {
      alone.add(load.run(OTHERS, Duration.ofSeconds(SECONDS), this::other));
      var waits = waiting();
      Laboratory.rest(Duration.ofSeconds(SETTLE_SECONDS));
      beside.add(load.run(OTHERS, Duration.ofSeconds(SECONDS), this::other));
      waited = Math.min(waited, longWaits(waits.join()));
    }
    return new Result(at(alone, 0.5), at(alone, 0.99), at(beside, 0.5), at(beside, 0.99), waited);
  }

  private CompletableFuture<Found> waiting() {
    return load.begin(WAITING, this::patient);
  }

  /** They are there before the others begin and until after they have ended. */
  private static int waitSeconds() {
    return SECONDS + 2 * SETTLE_SECONDS;
  }

  private static int longWaits(Found waits) {
    return (int)
        java.util.Arrays.stream(waits.millis().sorted())
            .filter(millis -> millis >= waitSeconds() * 1e3)
            .count();
  }

  private Call other(long number) {
    return new Call("/api/lines/by-user", "", Map.of());
  }

  private Call patient(long number) {
    var body =
        "{\"message\":\"Number %d\",\"recipientPhone\":\"%s\",\"fromLineId\":\"%s\"%s}"
            .formatted(
                number,
                Fleet.person((int) (3_000_000 + number)),
                laboratory.fleet().lines().get(0),
                FUTURE);
    return new Call("/api/messages", body, Map.of("Prefer", "wait=" + waitSeconds()));
  }

  private static double at(List<Found> rounds, double share) {
    return Quantiles.of(rounds.stream().map(found -> found.millis().at(share)).toList()).median();
  }
}
