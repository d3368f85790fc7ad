package io.tuco.camel.bench;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Fields of a send's body that hold it back. */
final class Schedules {

  private Schedules() {}

  static String at(Instant instant) {
    return "\"scheduledDate\":\"" + instant.truncatedTo(ChronoUnit.MILLIS) + "\"";
  }

  /** A window that opens hours from now. */
  static String closedNow(Instant now) {
    var opens = LocalTime.ofInstant(now, ZoneOffset.UTC).plusHours(6).truncatedTo(ChronoUnit.HOURS);
    return "\"timezone\":\"UTC\",\"sendWindowStart\":\"%s\",\"sendWindowEnd\":\"%s\""
        .formatted(opens, opens.plusHours(2));
  }
}
