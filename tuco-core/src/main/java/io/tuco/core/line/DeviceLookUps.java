package io.tuco.core.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The look-ups that clients order through a device: when it is free for the next one, and how many
 * each of its lines has used of its day (API contract, section 6). A place is taken here before the
 * look-up is made, and never given back. A value; the store replaces one by the next in a
 * compare-and-set on the revision, which every change counts up.
 *
 * @param freeAt the earliest instant of the next look-up
 * @param used by line
 */
public record DeviceLookUps(
    String deviceId, long revision, Instant freeAt, Map<String, DayCount> used) {

  /** So many on this day; a count of an earlier day is worth nothing. */
  public record DayCount(LocalDate day, int count) {}

  public DeviceLookUps {
    used = Map.copyOf(used);
  }

  /** Those of a device that nobody has used for a look-up yet. */
  public static DeviceLookUps none(String deviceId) {
    return new DeviceLookUps(deviceId, 0, Instant.EPOCH, Map.of());
  }

  /**
   * How many the line has used of the day. A day that is over, as a clock that was set back or
   * another node's may say, counts as the latest: a place that was taken is never forgotten.
   */
  public int usedBy(String lineId, LocalDate today) {
    var known = used.get(lineId);
    return known == null || today.isAfter(known.day()) ? 0 : known.count();
  }

  /** When a look-up ordered now may begin. */
  public Instant turnAt(Instant now) {
    return freeAt.isAfter(now) ? freeAt : now;
  }

  /** With the next turn taken, at the cost of this line. */
  public DeviceLookUps taking(String lineId, LocalDate today, Instant now, Duration gap) {
    var all = new HashMap<>(used);
    var known = used.get(lineId);
    var day = known == null || today.isAfter(known.day()) ? today : known.day();
    all.put(lineId, new DayCount(day, usedBy(lineId, today) + 1));
    return new DeviceLookUps(deviceId, revision + 1, turnAt(now).plus(gap), all);
  }
}
