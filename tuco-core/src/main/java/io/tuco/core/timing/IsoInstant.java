package io.tuco.core.timing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads the instants clients write: ISO 8601 with zone or offset; without one it is UTC, and a bare
 * date is its midnight UTC (API contract, section 1). Milliseconds; years 1970 to 9999.
 */
public final class IsoInstant {

  private static final int LONGEST = 64;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private IsoInstant() {}

  public static Optional<Instant> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(text).truncatedTo(ChronoUnit.MILLIS))
          .filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(LATEST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the text is a bare date, which a filter reads as the whole UTC day. */
  public static boolean isBareDate(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}");
  }

  private static Instant read(String text) {
    if (isBareDate(text)) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    var parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime zoned
        ? zoned.toInstant()
        : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
  }
}
