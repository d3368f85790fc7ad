package io.tuco.core.timing;

import static java.time.temporal.ChronoField.MINUTE_OF_DAY;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/** What the wall clock of a zone shows in each of the minutes that follow an instant. */
final class LocalMinutes {

  private final ZoneId zone;
  private final Instant first;
  private final int[] minuteOfWeek;

  LocalMinutes(ZoneId zone, Instant first, int minutes) {
    this.zone = zone;
    this.first = first.truncatedTo(ChronoUnit.MINUTES);
    this.minuteOfWeek = new int[minutes];
    for (int minute = 0; minute < minutes; minute++) {
      minuteOfWeek[minute] = shownAt(begin(minute));
    }
  }

  private int shownAt(Instant t) {
    ZonedDateTime local = t.atZone(zone);
    if (local.getSecond() != 0) {
      throw new IllegalStateException(zone + " is not whole minutes from UTC at " + t);
    }
    return local.getDayOfWeek().getValue() % 7 * 1440 + local.get(MINUTE_OF_DAY);
  }

  ZoneId zone() {
    return zone;
  }

  int count() {
    return minuteOfWeek.length;
  }

  Instant begin(int minute) {
    return first.plusSeconds(60L * minute);
  }

  /** Walks minute by minute; a set bit is a minute in which the window is open. */
  BitSet walk(OracleWindow window) {
    BitSet open = new BitSet(minuteOfWeek.length);
    for (int minute = 0; minute < minuteOfWeek.length; minute++) {
      if (window.isOpen(minuteOfWeek[minute])) {
        open.set(minute);
      }
    }
    return open;
  }
}
