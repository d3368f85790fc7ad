package io.tuco.core.timing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Opening hours on a clock without zone: {@code [start, end)}, and the days on which they open.
 *
 * <p>{@code start > end} crosses midnight, and what lies after midnight belongs to the day before.
 * {@code start == end} stands for the whole day here; {@link SendWindow} decides who may say so.
 */
record DailyHours(LocalTime start, LocalTime end, Set<DayOfWeek> days) {

  DailyHours {
    days = Collections.unmodifiableSet(orEveryDay(days));
  }

  private static Set<DayOfWeek> orEveryDay(Set<DayOfWeek> days) {
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days);
  }

  boolean isOpen(LocalDateTime local) {
    LocalDate today = local.toLocalDate();
    LocalTime time = local.toLocalTime();
    if (start.isBefore(end)) {
      return !time.isBefore(start) && time.isBefore(end) && opensOn(today);
    }
    if (!time.isBefore(start)) {
      return opensOn(today);
    }
    return time.isBefore(end) && opensOn(today.minusDays(1));
  }

  /** The least local time at or after the given one that is open, if no clock change intervenes. */
  LocalDateTime nextOpen(LocalDateTime local) {
    return isOpen(local) ? local : nextStart(local);
  }

  private LocalDateTime nextStart(LocalDateTime local) {
    LocalDate date = local.toLocalDate();
    if (local.toLocalTime().isAfter(start)) {
      date = date.plusDays(1);
    }
    while (!opensOn(date)) {
      date = date.plusDays(1);
    }
    return date.atTime(start);
  }

  private boolean opensOn(LocalDate date) {
    return days.contains(date.getDayOfWeek());
  }
}
