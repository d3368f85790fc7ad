package io.tuco.core.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How many requests were made, or taken to be made, in a clock hour of UTC. It is kept as one
 * instant, as far into its hour in nanoseconds as there were requests.
 *
 * @param hour when the hour began
 */
public record HourCount(Instant hour, long used) {

  private static final Duration HOUR = Duration.ofHours(1);

  public HourCount {
    if (used < 0 || used >= HOUR.toNanos() || !hour.truncatedTo(ChronoUnit.HOURS).equals(hour)) {
      throw new IllegalArgumentException("a count of requests since the hour began");
    }
  }

  /** Nothing, in the hour of that instant. */
  public static HourCount none(Instant now) {
    return new HourCount(now.truncatedTo(ChronoUnit.HOURS), 0);
  }

  /**
   * What {@code kept} says of the hour of {@code now}. A server whose clock is ahead may have begun
   * the next hour, which goes on then; what lies further ahead was written by a wrong clock.
   */
  public static HourCount at(Instant now, Optional<Instant> kept) {
    var current = none(now);
    return kept.map(HourCount::of)
        .filter(count -> !count.hour.isBefore(current.hour))
        .filter(count -> !count.hour.isAfter(current.end()))
        .orElse(current);
  }

  private static HourCount of(Instant kept) {
    var hour = kept.truncatedTo(ChronoUnit.HOURS);
    return new HourCount(hour, Duration.between(hour, kept).toNanos());
  }

  public HourCount with(long more) {
    return new HourCount(hour, used + more);
  }

  public Instant kept() {
    return hour.plusNanos(used);
  }

  /** When the next hour begins. */
  public Instant end() {
    return hour.plus(HOUR);
  }
}
