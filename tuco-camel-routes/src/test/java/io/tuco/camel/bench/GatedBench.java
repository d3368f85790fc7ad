package io.tuco.camel.bench;

import io.tuco.core.line.LineLimits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What messages cost that may not leave: the commands of a while with few of them and of a while
 * with many.
 */
final class GatedBench {

  static final int FEW = 1_000;
  static final int MANY = Integer.getInteger("tuco.bench.many", 200_000);

  /** Every tick of the product divides it. */
  static final Duration WHILE = Duration.ofSeconds(20);

  private static final String HEAP = "-Xmx512m";

  /** What was written behind the server's back is found, and read once, by a sweep. */
  private static final Duration UNTIL_SWEPT = Duration.ofSeconds(12);

  private static final int LANES = 100;
  private static final int PEOPLE = 1_000_000;

  /**
   * What was asked during a while, with few and with many.
   *
   * @param held why they may not leave
   * @param texts of messages that came back whole while there were many
   * @param left how many texts the relay got in both whiles; none may
   */
  record Result(String held, Tally few, Tally many, Tally texts, long left) {}

  private final Laboratory laboratory;
  private final List<DocumentCopies> copies = new ArrayList<>();
  private int copied;

  private GatedBench(Laboratory laboratory) {
    this.laboratory = laboratory;
  }

  /** Half of them scheduled for tomorrow, half outside their window. */
  static Result byTime() throws IOException {
    try (var laboratory = Laboratory.open(size(Fleet.UNLIMITED), HEAP)) {
      var bench = new GatedBench(laboratory);
      var now = Instant.now();
      bench.copies.add(laboratory.copiesOf(Schedules.at(now.plus(1, ChronoUnit.DAYS))));
      bench.copies.add(laboratory.copiesOf(Schedules.closedNow(now)));
      return bench.measure("scheduled, or outside their window");
    }
  }

  /** Each line may send one text a day, and has. */
  static Result byCap() throws IOException {
    try (var laboratory = Laboratory.open(size(new LineLimits(1, 1, 1, Duration.ZERO)), HEAP)) {
      var bench = new GatedBench(laboratory);
      laboratory.sendFromEveryLine("");
      laboratory.awaitSends(LANES, Duration.ofSeconds(10));
      laboratory.sendFromEveryLine("");
      bench.copies.add(laboratory.copiesOf(""));
      if (laboratory.sends() > LANES) {
        return new Result(
            "on lines at their cap: NOT HELD by this engine",
            none(),
            none(),
            none(),
            laboratory.sends() - LANES);
      }
      return bench.measure("on lines at their cap");
    }
  }

  private static Fleet.Size size(LineLimits limits) {
    return new Fleet.Size(LANES, Duration.ZERO, limits);
  }

  private Result measure(String held) throws IOException {
    var sent = laboratory.sends();
    fill(FEW);
    var few = commandsOfAWhile();
    fill(MANY);
    Laboratory.rest(UNTIL_SWEPT);
    var texts = laboratory.documents();
    var many = commandsOfAWhile();
    return new Result(
        held, few, many, laboratory.documents().since(texts), laboratory.sends() - sent);
  }

  private void fill(int waiting) {
    var share = waiting / copies.size();
    for (var kind = 0; kind < copies.size(); kind++) {
      // Each kind writes to people of its own.
      var first = kind * PEOPLE;
      copies
          .get(kind)
          .insert(
              laboratory.database(), laboratory.fleet(), first + copied, first + share, Map.of());
    }
    copied = share;
  }

  private Tally commandsOfAWhile() throws IOException {
    Laboratory.rest(UNTIL_SWEPT);
    var before = laboratory.commands();
    Laboratory.rest(WHILE);
    return laboratory.commands().since(before);
  }

  private static Tally none() {
    return new Tally(Map.of());
  }
}
