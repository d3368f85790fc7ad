package io.tuco.core.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A moment at which a zone's clocks are put forward or back, and the windows it could upset. */
record ClockChange(ZoneId zone, Instant at) {

  private static final Duration BEFORE = Duration.ofDays(2);
  private static final int MINUTES_WALKED = 11 * 24 * 60;
  private static final int ANCHORS = 9;

  /** The changes in {@code [from, to)}; {@code from} itself for a zone that has none. */
  static List<ClockChange> between(ZoneId zone, Instant from, Instant to) {
    List<ClockChange> changes = new ArrayList<>();
    ZoneOffsetTransition next = zone.getRules().nextTransition(from);
    while (next != null && next.getInstant().isBefore(to)) {
      changes.add(new ClockChange(zone, next.getInstant()));
      next = zone.getRules().nextTransition(next.getInstant());
    }
    return changes.isEmpty() ? List.of(new ClockChange(zone, from)) : changes;
  }

  /** Compares all windows, each on every day and on two sampled sets of days. */
  Tally sweep() {
    RandomGenerator random = new SplittableRandom(zone.getId().hashCode() ^ at.getEpochSecond());
    LocalMinutes minutes = new LocalMinutes(zone, at.minus(BEFORE), MINUTES_WALKED);
    OracleComparison comparison = new OracleComparison(minutes, random);
    for (OracleWindow window : windows()) {
      for (int days : List.of(OracleWindow.EVERY_DAY, aDayNear(random), someDays(random))) {
        OracleWindow oracle = new OracleWindow(window.start(), window.end(), days);
        comparison.compare(oracle.in(zone), oracle);
      }
    }
    return comparison.tally();
  }

  /** Every pair of bounds among the times of day that matter here, and the whole day. */
  List<OracleWindow> windows() {
    int[] times = times();
    List<OracleWindow> windows = new ArrayList<>();
    windows.add(new OracleWindow(0, 0, OracleWindow.EVERY_DAY));
    for (int start : times) {
      for (int end : times) {
        if (start != end) {
          windows.add(new OracleWindow(start, end, OracleWindow.EVERY_DAY));
        }
      }
    }
    return windows;
  }

  /** Some of the first may coincide, as in a zone that crosses the date line; nine are left. */
  private int[] times() {
    int leaves = minuteOfDay(at.minusNanos(1)) + 1;
    int arrives = minuteOfDay(at);
    return IntStream.of(
            leaves,
            arrives,
            (leaves + arrives) / 2,
            0,
            leaves - 1,
            arrives + 1,
            leaves - 60,
            arrives + 60,
            12 * 60,
            22 * 60,
            6 * 60,
            17 * 60 + 30,
            9 * 60 + 15,
            20 * 60 + 45)
        .map(minute -> Math.floorMod(minute, 1440))
        .distinct()
        .limit(ANCHORS)
        .toArray();
  }

  private int minuteOfDay(Instant t) {
    return t.atZone(zone).get(ChronoField.MINUTE_OF_DAY);
  }

  private int aDayNear(RandomGenerator random) {
    ZonedDateTime near = at.atZone(zone).plusDays(random.nextInt(-2, 2));
    return 1 << near.getDayOfWeek().getValue() % 7;
  }

  private static int someDays(RandomGenerator random) {
    return random.nextInt(1, OracleWindow.EVERY_DAY);
  }
}
