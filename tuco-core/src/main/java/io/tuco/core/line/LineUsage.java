package io.tuco.core.line;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a line has used of its caps. The day and the hour are part of the count: a count of another
 * day is worth nothing, so nobody resets anything.
 *
 * @param firsts new contacts of the day
 * @param total sends of the day
 * @param hourFirsts new contacts of the hour
 * @param hourTotal sends of the hour
 * @param lookUps availability look-ups of the day
 * @param lastSendAt when the latest of these places was taken
 * @param lastFirstTouchAt the same among the new contacts; the contact gap runs from here
 */
public record LineUsage(
    LocalDate day,
    int firsts,
    int total,
    int lookUps,
    String hour,
    int hourFirsts,
    int hourTotal,
    Optional<Instant> lastSendAt,
    Optional<Instant> lastFirstTouchAt) {

  public static LineUsage nothing() {
    return new LineUsage(LocalDate.EPOCH, 0, 0, 0, "", 0, 0, Optional.empty(), Optional.empty());
  }

  /**
   * The counts of this day and hour. One that is over, as a clock that was set back or another
   * node's may say, counts as the latest: a place that was taken is never forgotten.
   */
  public LineUsage at(LocalDate today, String thisHour) {
    var newDay = today.isAfter(day);
    var newHour = thisHour.compareTo(hour) > 0;
    return new LineUsage(
        newDay ? today : day,
        newDay ? 0 : firsts,
        newDay ? 0 : total,
        newDay ? 0 : lookUps,
        newHour ? thisHour : hour,
        newHour ? 0 : hourFirsts,
        newHour ? 0 : hourTotal,
        lastSendAt,
        lastFirstTouchAt);
  }

  /** With these places taken. */
  public LineUsage taking(Places places, Instant now) {
    var first = places.firstTouch() ? 1 : 0;
    var today = at(places.day(), places.hour());
    return new LineUsage(
        today.day,
        today.firsts + first,
        today.total + 1,
        today.lookUps + places.lookUps(),
        today.hour,
        today.hourFirsts + first,
        today.hourTotal + 1,
        Optional.of(now),
        places.firstTouch() ? Optional.of(now) : lastFirstTouchAt);
  }

  /** With the contact gap running from here: the first touch has ended only now. */
  public LineUsage firstTouchEndedAt(Instant now) {
    return new LineUsage(
        day, firsts, total, lookUps, hour, hourFirsts, hourTotal, lastSendAt, Optional.of(now));
  }

  /** With a place in the total given back, where its day and hour still run. */
  public LineUsage givingBackTotal(Places places) {
    return less(places, 0, 1, 0);
  }

  /** With a place in the total that was given back, although it was used up after all. */
  public LineUsage takingBackTotal(Places places) {
    return at(places.day(), places.hour()).less(places, 0, -1, 0);
  }

  /** With a place among the new contacts given back: the person was never reached out to. */
  public LineUsage givingBackFirstTouch(Places places) {
    return less(places, places.firstTouch() ? 1 : 0, 0, 0);
  }

  /** With look-ups given back that were never made. */
  public LineUsage givingBackLookUps(Places places) {
    return less(places, 0, 0, places.lookUps());
  }

  private LineUsage less(Places places, int first, int send, int looks) {
    var sameDay = day.equals(places.day()) ? 1 : 0;
    var sameHour = hour.equals(places.hour()) ? 1 : 0;
    return new LineUsage(
        day,
        Math.max(0, firsts - first * sameDay),
        Math.max(0, total - send * sameDay),
        Math.max(0, lookUps - looks * sameDay),
        hour,
        Math.max(0, hourFirsts - first * sameHour),
        Math.max(0, hourTotal - send * sameHour),
        lastSendAt,
        lastFirstTouchAt);
  }
}
