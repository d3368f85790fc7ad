package io.tuco.core.timing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Windows as the tables write them: {@code 22:00-02:00} on {@code MON,FRI}, or {@code daily}. */
final class Windows {

  private Windows() {}

  static SendWindow window(String zone, String hours, String days) {
    return SendWindow.between(
        ZoneId.of(zone),
        LocalTime.parse(hours.substring(0, 5)),
        LocalTime.parse(hours.substring(6)),
        days(days));
  }

  static Set<DayOfWeek> days(String text) {
    return switch (text) {
      case "daily" -> Set.of();
      case "workdays" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
      default -> EnumSet.copyOf(Arrays.stream(text.split(",")).map(Windows::day).toList());
    };
  }

  private static DayOfWeek day(String name) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  /** Every stretch that opens in {@code [from, to)}, as {@code opening/closing}. */
  static List<String> openings(SendWindow window, Instant from, Instant to) {
    List<String> stretches = new ArrayList<>();
    Optional<Instant> opening = window.nextOpen(from);
    while (opening.isPresent() && opening.get().isBefore(to)) {
      Instant closing = closingAfter(window, opening.get());
      stretches.add(opening.get() + "/" + closing);
      opening = window.nextOpen(closing);
    }
    return stretches;
  }

  private static Instant closingAfter(SendWindow window, Instant opening) {
    Instant t = opening;
    while (window.isOpen(t)) {
      t = t.plus(1, ChronoUnit.MINUTES);
    }
    return t;
  }
}
