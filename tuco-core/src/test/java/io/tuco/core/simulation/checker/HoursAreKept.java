package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Letter;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * No call begins outside its message's hours or before its date, by the servers' wall clock. The
 * files of a message follow its text: a send of several parts is one send.
 */
final class HoursAreKept implements Rule {

  @Override
  public Stream<Violation> judge(History history) {
    return history
        .talks()
        .filter(talk -> talk.called().part() == 0)
        .flatMap(
            talk ->
                history
                    .letter(talk.messageId())
                    .filter(letter -> !mayLeave(letter, talk.at().wall()))
                    .map(letter -> violation(letter, talk))
                    .stream());
  }

  private static boolean mayLeave(Letter letter, Instant wall) {
    return isOpen(letter.hours(), wall) && letter.scheduledFor().filter(wall::isBefore).isEmpty();
  }

  /** From the instant to the local time, never the other way. */
  static boolean isOpen(Letter.Hours hours, Instant wall) {
    var local = wall.atZone(hours.zone());
    var today = local.getDayOfWeek();
    if (hours.start().isEmpty()) {
      return hours.days().isEmpty() || hours.days().contains(today);
    }
    var start = hours.start().orElseThrow().toSecondOfDay() * 1_000_000_000L;
    var end = hours.end().orElseThrow().toSecondOfDay() * 1_000_000_000L;
    var time = local.toLocalTime().toNanoOfDay();
    var sameDay = start < end;
    var opensToday = sameDay ? time >= start && time < end : time >= start;
    var openedYesterday = !sameDay && time < end;
    return opensToday && isDay(hours, today) || openedYesterday && isDay(hours, today.minus(1));
  }

  private static boolean isDay(Letter.Hours hours, java.time.DayOfWeek day) {
    return hours.days().isEmpty() || hours.days().contains(day);
  }

  private static Violation violation(Letter letter, Talk talk) {
    return new Violation(
        "hours are kept",
        talk.at(),
        letter.messageId() + " began at " + talk.at().wall() + ", its hours are " + letter.hours());
  }
}
