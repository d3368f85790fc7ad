package io.tuco.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Since when a closed window has been closed. */
final class SendWindowClosedSinceTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static SendWindow window(String from, String to, DayOfWeek... days) {
    return SendWindow.between(NEW_YORK, LocalTime.parse(from), LocalTime.parse(to), Set.of(days));
  }

  @Test
  void namesItsLastEnd() {
    var window = window("09:00", "17:00");

    assertThat(window.closedSince(Instant.parse("2027-02-12T22:00:00Z")))
        .contains(Instant.parse("2027-02-12T22:00:00Z"));
    assertThat(window.closedSince(Instant.parse("2027-02-13T13:59:59Z")))
        .contains(Instant.parse("2027-02-12T22:00:00Z"));
  }

  @Test
  void countsFromItsEndAfterMidnight() {
    var window = window("22:00", "02:00", DayOfWeek.FRIDAY);

    assertThat(window.closedSince(Instant.parse("2027-02-18T12:00:00Z")))
        .contains(Instant.parse("2027-02-13T07:00:00Z"));
  }

  @Test
  void namesTheEndOfWholeDays() {
    var window = SendWindow.wholeDays(NEW_YORK, Set.of(DayOfWeek.MONDAY));

    assertThat(window.closedSince(Instant.parse("2027-02-21T12:00:00Z")))
        .contains(Instant.parse("2027-02-16T05:00:00Z"));
  }

  @Test
  void knowsNoEndOfWindowsThatNeverCloseOrNeverOpen() {
    var always = SendWindow.wholeDays(NEW_YORK, Set.of());
    var inTheGapOnly = window("02:10", "02:20", DayOfWeek.SUNDAY);

    assertThat(always.closedSince(Instant.parse("2027-02-21T12:00:00Z"))).isEmpty();
    assertThat(inTheGapOnly.closedSince(Instant.parse("2027-03-15T12:00:00Z")))
        .contains(Instant.parse("2027-03-07T07:20:00Z"));
  }

  // Both nights of a clock change, with ends inside, at and after the change.
  @ParameterizedTest
  @CsvSource({
    "2027-03-13T12:00:00Z, 22:00, 02:30",
    "2027-03-13T12:00:00Z, 01:30, 02:00",
    "2027-03-13T12:00:00Z, 01:30, 03:00",
    "2027-03-13T12:00:00Z, 02:15, 04:00",
    "2027-11-06T12:00:00Z, 22:00, 01:30",
    "2027-11-06T12:00:00Z, 01:30, 03:00",
    "2027-11-06T12:00:00Z, 00:30, 02:00",
    "2027-11-06T12:00:00Z, 01:15, 01:45",
  })
  void namesAnInstantFromWhichOnItWasClosed(Instant from, String start, String end) {
    var window = window(start, end);

    for (var minutes = 0; minutes < 2 * 1_440; minutes += 5) {
      var now = from.plus(Duration.ofMinutes(minutes));
      if (!window.isOpen(now)) {
        var since = window.closedSince(now).orElseThrow();
        assertThat(since).isBeforeOrEqualTo(now);
        assertThat(window.isOpen(since.minusNanos(1))).isTrue();
        for (var at = since; !at.isAfter(now); at = at.plus(Duration.ofMinutes(5))) {
          assertThat(window.isOpen(at)).as("%s of %s..%s", at, since, now).isFalse();
        }
      }
    }
  }
}
