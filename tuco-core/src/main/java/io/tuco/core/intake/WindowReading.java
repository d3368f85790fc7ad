package io.tuco.core.intake;

import io.tuco.core.message.WindowSettings;
import io.tuco.core.timing.IanaZone;
import io.tuco.core.timing.IsoInstant;
import io.tuco.core.timing.SendHours;
import io.tuco.core.timing.WallTime;
import io.tuco.core.timing.Weekdays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads schedule and sending hours of a request (API contract, sections 2.1 and 2.4). */
final class WindowReading {

  private final WindowWords words;
  private final Optional<Instant> scheduledFor;
  private final Optional<ZoneId> zone;
  private final Optional<LocalTime> start;
  private final Optional<LocalTime> end;
  private final Set<DayOfWeek> days;

  WindowReading(WindowWords words) {
    this.words = words;
    this.scheduledFor = words.scheduledDate().flatMap(IsoInstant::parse);
    this.zone = words.timezone().flatMap(IanaZone::parse);
    this.start = words.start().flatMap(WallTime::parse);
    this.end = words.end().flatMap(WallTime::parse);
    this.days =
        words.days().stream()
            .map(Weekdays::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }

  Optional<Instant> scheduledFor() {
    return scheduledFor;
  }

  WindowSettings settings() {
    return new WindowSettings(zone, start, end, days);
  }

  Optional<Rejection> refusal(ZoneId workspaceZone, Instant now) {
    if (words.scheduledDate().isPresent() && scheduledFor.isEmpty()) {
      return Optional.of(RejectionCode.INVALID_SCHEDULED_DATE.rejection());
    }
    if (unread(words.start(), start) || unread(words.end(), end)) {
      return Optional.of(RejectionCode.INVALID_TIME_FORMAT.rejection());
    }
    return isSound() && opens(workspaceZone, now)
        ? Optional.empty()
        : Optional.of(RejectionCode.INVALID_WINDOW.rejection());
  }

  private boolean isSound() {
    var bounds = start.isPresent() == end.isPresent() && (start.isEmpty() || !start.equals(end));
    var zoned = start.isEmpty() || zone.isPresent();
    var daysRead = words.days().stream().allMatch(day -> Weekdays.parse(day).isPresent());
    return bounds && zoned && daysRead && !unread(words.timezone(), zone);
  }

  private boolean opens(ZoneId workspaceZone, Instant now) {
    var from = scheduledFor.filter(now::isBefore).orElse(now);
    return SendHours.of(settings(), workspaceZone)
        .map(window -> window.nextOpen(from).isPresent())
        .orElse(true);
  }

  private static boolean unread(Optional<String> word, Optional<?> read) {
    return word.isPresent() && read.isEmpty();
  }
}
