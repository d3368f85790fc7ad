package io.tuco.core.timing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws windows in all zones and instants to ask them, half of them near a change of the clock. */
final class RandomSends {

  private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2060-01-01T00:00:00Z");

  private static final List<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

  private final RandomGenerator random;

  RandomSends(RandomGenerator random) {
    this.random = random;
  }

  /** A window and the instant at which it is asked. */
  record Sample(SendWindow window, Instant t) {

    Instant next() {
      return window.nextOpen(t).orElseThrow();
    }
  }

  Sample next() {
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    return new Sample(window(zone), random.nextBoolean() ? anyTime() : nearAChange(zone));
  }

  private SendWindow window(ZoneId zone) {
    int start = random.nextInt(1440);
    int end = random.nextInt(1440);
    return start == end
        ? SendWindow.wholeDays(zone, days())
        : SendWindow.between(zone, minute(start), minute(end), days());
  }

  private static LocalTime minute(int ofDay) {
    return LocalTime.of(ofDay / 60, ofDay % 60);
  }

  private Set<DayOfWeek> days() {
    return Stream.of(DayOfWeek.values())
        .filter(day -> random.nextBoolean())
        .collect(Collectors.toSet());
  }

  private Instant anyTime() {
    long seconds = random.nextLong(FROM.getEpochSecond(), TO.getEpochSecond());
    return Instant.ofEpochSecond(seconds, random.nextInt(1_000_000_000));
  }

  private Instant nearAChange(ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(anyTime());
    Instant about = change == null ? anyTime() : change.getInstant();
    long day = Duration.ofDays(1).toNanos();
    return about.plusNanos(random.nextLong(-day, day));
  }
}
