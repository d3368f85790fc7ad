package io.tuco.camel.outbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code Retry-After}: seconds, or an HTTP date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

  // More digits than a day's seconds need; the schedule caps them anyway.
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private RetryAfter() {}

  public static Optional<Instant> parse(String text, Instant now) {
    var value = text.strip();
    if (SECONDS.matcher(value).matches()) {
      return Optional.of(now.plusSeconds(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
