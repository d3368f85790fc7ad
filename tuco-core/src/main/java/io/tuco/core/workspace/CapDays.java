package io.tuco.core.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Which day a send counts on (time rules, section 4): days of UTC, or of a zone that the workspace
 * chose. A change of zone begins with the next day, so that none is counted twice.
 *
 * @param next the zone that follows, and from when
 */
public record CapDays(ZoneId zone, Optional<Turn> next) {

  /** A change that begins at {@code from}. */
  public record Turn(ZoneId zone, Instant from) {}

  public static CapDays utc() {
    return new CapDays(ZoneId.of("UTC"), Optional.empty());
  }

  /** The same days, turning in another zone from the end of the present one on. */
  public CapDays turningIn(ZoneId chosen, Instant now) {
    var settled = zoneAt(now);
    if (next.filter(turn -> !now.isBefore(turn.from()) && dayOf(now).isAfter(dateAt(now)))
        .isPresent()) {
      // The last day of the zone before goes on, and only that zone knows its date.
      return new CapDays(zone, Optional.of(new Turn(chosen, next.orElseThrow().from())));
    }
    return settled.equals(chosen)
        ? new CapDays(chosen, Optional.empty())
        : new CapDays(settled, Optional.of(new Turn(chosen, endOf(dateAt(now), settled))));
  }

  /** The zone chosen last, in force or not yet. */
  public ZoneId chosen() {
    return next.map(Turn::zone).orElse(zone);
  }

  public ZoneId zoneAt(Instant instant) {
    return next.filter(turn -> !instant.isBefore(turn.from())).map(Turn::zone).orElse(zone);
  }

  /** Where the zone has changed to one with an earlier date, the last day goes on until it ends. */
  public LocalDate dayOf(Instant instant) {
    var date = dateAt(instant);
    return next.filter(turn -> !instant.isBefore(turn.from()))
        .map(turn -> LocalDate.ofInstant(turn.from().minusNanos(1), zone))
        .filter(date::isBefore)
        .orElse(date);
  }

  /** The first instant that counts on another day. */
  public Instant endOfDay(Instant instant) {
    var day = dayOf(instant);
    var end = endOf(day, zoneAt(instant));
    return dayOf(end).equals(day) ? endOf(day, zoneAt(end)) : end;
  }

  private LocalDate dateAt(Instant instant) {
    return LocalDate.ofInstant(instant, zoneAt(instant));
  }

  /** The hour of UTC that an instant counts in, such as {@code 2027-03-12T13}. */
  public static String hourOf(Instant instant) {
    var time = instant.atOffset(ZoneOffset.UTC);
    return time.toLocalDate() + (time.getHour() < 10 ? "T0" : "T") + time.getHour();
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
