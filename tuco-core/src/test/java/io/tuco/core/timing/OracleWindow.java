package io.tuco.core.timing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rule of the window told a second time, in whole minutes and days counted from Sunday, so that
 * it shares no line with the code it judges.
 *
 * @param start minute of the day, 0 to 1439
 * @param end minute of the day, 0 to 1439; equal to {@code start} only as 0, for whole days
 * @param days bit 0 for Sunday to bit 6 for Saturday; never empty
 */
record OracleWindow(int start, int end, int days) {

  static final int EVERY_DAY = 0b1111111;

  /** Whether it is open in the given minute of a week that begins on Sunday at 00:00. */
  boolean isOpen(int minuteOfWeek) {
    int day = minuteOfWeek / 1440;
    int minute = minuteOfWeek % 1440;
    boolean today = (days >> day & 1) == 1;
    boolean yesterday = (days >> (day + 6) % 7 & 1) == 1;
    if (start == end) {
      return today;
    }
    return start < end
        ? today && start <= minute && minute < end
        : today && start <= minute || yesterday && minute < end;
  }

  SendWindow in(ZoneId zone) {
    return start == end
        ? SendWindow.wholeDays(zone, daysOfWeek())
        : SendWindow.between(zone, time(start), time(end), daysOfWeek());
  }

  private static LocalTime time(int minute) {
    return LocalTime.of(minute / 60, minute % 60);
  }

  private Set<DayOfWeek> daysOfWeek() {
    return IntStream.range(0, 7)
        .filter(day -> (days >> day & 1) == 1)
        .mapToObj(day -> DayOfWeek.of(day == 0 ? 7 : day))
        .collect(Collectors.toSet());
  }
}
