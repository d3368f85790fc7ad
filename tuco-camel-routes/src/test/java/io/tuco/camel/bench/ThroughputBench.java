package io.tuco.camel.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How many texts a second leave when no device rests, and what each costs the store. */
final class ThroughputBench {

  static final int DEVICES = 50;
  static final int RUNS = 3;
  static final int TEXTS = Integer.getInteger("tuco.bench.texts", 3_000);

  /** What runs for the first time is compiled meanwhile; that takes thousands of sends. */
  static final int WARM_UPS = 3;

  /** Plenty: what many messages cost in a small heap is another question. */
  private static final String HEAP = "-Xmx2g";

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * What was found, per second and medians of the runs.
   *
   * @param burnDown texts that were waiting already
   * @param fromAccept texts accepted over HTTP meanwhile, from the first call to the last send
   * @param ceiling updates of one document each, by the store alone
   * @param commands of the last burn-down, with its texts
   */
  record Result(double burnDown, double fromAccept, long ceiling, Tally commands, long texts) {}

  private final Laboratory laboratory;
  private final List<Double> burnDowns = new ArrayList<>();
  private final List<Double> fromAccepts = new ArrayList<>();
  private int copied;
  private Duration lead = Duration.ofSeconds(5);
  private Tally commands = new Tally(Map.of());
  private long texts;

  private ThroughputBench(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  static Result run() throws IOException {
    var size = new Fleet.Size(DEVICES, Duration.ZERO, Fleet.UNLIMITED);
    try (var laboratory = Laboratory.open(size, HEAP)) {
      var bench = new ThroughputBench(laboratory);
      var later = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
      var copies = laboratory.copiesOf(Schedules.at(later));
      for (var run = 0; run < WARM_UPS + RUNS; run++) {
        bench.fromAccept();
        bench.burnDown(copies, later);
      }
      return bench.result();
    }
  }

  /** All fall due at one instant; one that is too near for all to wait by then is put off. */
  private void burnDown(DocumentCopies copies, Instant was) throws IOException {
    while (!isBurntDown(copies, was)) {
      lead = lead.multipliedBy(2);
    }
  }

  private boolean isBurntDown(DocumentCopies copies, Instant was) throws IOException {
    var due = Instant.now().plus(lead).truncatedTo(ChronoUnit.MILLIS);
    var sent = laboratory.sends();
    copies.insert(
        laboratory.database(), laboratory.fleet(), copied, copied + TEXTS, Map.of(was, due));
    copied += TEXTS;
    laboratory.sendFromEveryLine(Schedules.at(due));
    var inTime = Instant.now().isBefore(due.minusMillis(500));
    Laboratory.rest(Duration.between(Instant.now(), due.minusMillis(100)));
    var before = laboratory.commands();
    texts = laboratory.awaitSends(sent + TEXTS + DEVICES, LIMIT) - sent;
    Laboratory.rest(Duration.ofSeconds(1));
    if (inTime) {
      commands = laboratory.commands().since(before);
      burnDowns.add(texts / seconds(due, lastArrival(sent + texts)));
    }
    return inTime;
  }

  private long lastArrival(long sends) throws IOException {
    var relayed = laboratory.relayed();
    return relayed.get((int) Math.min(sends, relayed.size()) - 1).arrivedAt();
  }

  private void fromAccept() throws IOException {
    var sent = laboratory.sends();
    var begun = Instant.now();
    laboratory.sendMany(TEXTS);
    var done = laboratory.awaitSends(sent + TEXTS, LIMIT) - sent;
    fromAccepts.add(done / seconds(begun, lastArrival(sent + done)));
  }

  private static double seconds(Instant from, long toNanos) {
    var begun = from.getEpochSecond() * 1e9 + from.getNano();
    return (toNanos - begun) / 1e9;
  }

  private Result result() throws IOException {
    return new Result(
        median(burnDowns), median(fromAccepts), laboratory.ceiling(), commands, texts);
  }

  private static double median(List<Double> runs) {
    return Quantiles.of(runs.subList(WARM_UPS, runs.size())).median();
  }
}
