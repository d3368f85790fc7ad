package io.tuco.core.timing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hours in which a message may leave: {@code [start, end)} in the local time of one zone, on
 * some days of the week (send contract, {@code sendWindowStart}, {@code sendWindowEnd}, {@code
 * allowedDaysOfWeek}).
 *
 * <p>Open at {@code start}, closed at {@code end}, to the nanosecond. A window with {@code start >
 * end} crosses midnight and belongs to the local date on which it opens. Whether it is open is
 * always decided from the instant to the local time, so a window inside a skipped hour does not
 * open that day, and a repeated hour is open both times.
 *
 * <p>Immutable. Two windows are equal when zone, bounds and days are; no days and all seven days
 * say the same.
 */
public final class SendWindow {

  private static final Duration HORIZON = Duration.ofDays(366);

  private final ZoneId zone;
  private final DailyHours hours;

  private SendWindow(ZoneId zone, DailyHours hours) {
    this.zone = zone;
    this.hours = hours;
  }

  /**
   * A window from {@code start} to {@code end}; {@code 00:00} as the end means until midnight.
   *
   * @param days the local dates on which the window opens; empty for every day
   * @throws IllegalArgumentException when {@code start} equals {@code end}, which could mean always
   *     or never
   */
  public static SendWindow between(
      ZoneId zone, LocalTime start, LocalTime end, Set<DayOfWeek> days) {
    if (start.equals(end)) {
      throw new IllegalArgumentException(
          "A window from " + start + " to " + end + " could mean always or never");
    }
    return new SendWindow(zone, new DailyHours(start, end, days));
  }

  /** A window that is open on the given days from midnight to midnight; empty for every day. */
  public static SendWindow wholeDays(ZoneId zone, Set<DayOfWeek> days) {
    return new SendWindow(zone, new DailyHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, days));
  }

  public ZoneId zone() {
    return zone;
  }

  /** Whether a message may start to leave at {@code t}. */
  public boolean isOpen(Instant t) {
    return hours.isOpen(localAt(t, zone.getRules().getOffset(t)));
  }

  /**
   * The least instant at or after {@code t} that is open: {@code t} itself when the window is open.
   *
   * @return empty when the window does not open within the 366 days after {@code t}
   */
  public Optional<Instant> nextOpen(Instant t) {
    return nextOpen(t, zone.getRules());
  }

  /**
   * Between two changes of the offset the local clock runs true, so plain calendar arithmetic finds
   * the opening; one that would come at or after the change is looked for again from there.
   *
   * <p>The rules are a parameter because no real zone keeps a window shut for a year.
   */
  Optional<Instant> nextOpen(Instant t, ZoneRules rules) {
    Instant latest = t.plus(HORIZON);
    Instant from = t;
    while (!from.isAfter(latest)) {
      ZoneOffset offset = rules.getOffset(from);
      Instant opening = hours.nextOpen(localAt(from, offset)).toInstant(offset);
      ZoneOffsetTransition change = rules.nextTransition(from);
      if (change == null || opening.isBefore(change.getInstant())) {
        return Optional.of(opening).filter(found -> !found.isAfter(latest));
      }
      from = change.getInstant();
    }
    return Optional.empty();
  }

  /** When the window closed last, of one that is closed at {@code t}: within the past nine days. */
  public Optional<Instant> closedSince(Instant t) {
    var today = LocalDate.ofInstant(t, zone);
    var ends =
        IntStream.rangeClosed(-1, 9)
            .mapToObj(back -> today.minusDays(back).atTime(hours.end()))
            .flatMap(this::instantsOf);
    return Stream.concat(ends, lastChange(t))
        .filter(end -> !end.isAfter(t) && !isOpen(end) && isOpen(end.minusNanos(1)))
        .max(Comparator.naturalOrder());
  }

  /** None, one or two, as the clock changes. */
  private Stream<Instant> instantsOf(LocalDateTime local) {
    return zone.getRules().getValidOffsets(local).stream().map(local::toInstant);
  }

  /** A change of the clock may close a window too. */
  private Stream<Instant> lastChange(Instant t) {
    return Stream.ofNullable(zone.getRules().previousTransition(t.plusNanos(1)))
        .map(ZoneOffsetTransition::getInstant);
  }

  private static LocalDateTime localAt(Instant t, ZoneOffset offset) {
    return LocalDateTime.ofEpochSecond(t.getEpochSecond(), t.getNano(), offset);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SendWindow that && zone.equals(that.zone) && hours.equals(that.hours);
  }

  @Override
  public int hashCode() {
    return 31 * zone.hashCode() + hours.hashCode();
  }

  /** For people: {@code 22:00-02:00 America/New_York [MONDAY, FRIDAY]}. */
  @Override
  public String toString() {
    return hours.start() + "-" + hours.end() + " " + zone + " " + hours.days();
  }
}
