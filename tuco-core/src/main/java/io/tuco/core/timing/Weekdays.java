package io.tuco.core.timing;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads days of the week, as {@code allowedDaysOfWeek} of the send contract has them. */
public final class Weekdays {

  private static final Map<String, DayOfWeek> BY_NAME = byName();

  private Weekdays() {}

  /**
   * The day meant by a number from 0 (Sunday) to 6, by the same in a string, or by an English name,
   * in full or its first three letters, in any case.
   *
   * @return empty for anything else: 7, fractions, blanks, other languages, other types
   */
  public static Optional<DayOfWeek> parse(Object value) {
    if (value instanceof String || value instanceof Number) {
      return Optional.ofNullable(BY_NAME.get(value.toString().toLowerCase(Locale.ROOT)));
    }
    return Optional.empty();
  }

  private static Map<String, DayOfWeek> byName() {
    Map<String, DayOfWeek> days = new HashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      String name = day.name().toLowerCase(Locale.ROOT);
      days.put(name, day);
      days.put(name.substring(0, 3), day);
      // The contract counts from Sunday = 0, java.time to Sunday = 7.
      days.put(Integer.toString(day.getValue() % 7), day);
    }
    return Map.copyOf(days);
  }
}
