package io.tuco.core.message;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * The sending hours a client asked for, already checked: both bounds or none, an empty day set
 * means every day. Echoed as the message's {@code settings}.
 */
public record WindowSettings(
    Optional<ZoneId> zone,
    Optional<LocalTime> start,
    Optional<LocalTime> end,
    Set<DayOfWeek> days) {

  public WindowSettings {
    days = Set.copyOf(days);
  }

  public static WindowSettings none() {
    return new WindowSettings(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
  }

  /** Whether nothing restricts the hour of sending. */
  public boolean isOpenAlways() {
    return start.isEmpty() && days.isEmpty();
  }
}
