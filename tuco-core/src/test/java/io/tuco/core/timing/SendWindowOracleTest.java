package io.tuco.core.timing;

import static io.tuco.core.timing.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A slice of {@link SendWindowExhaustiveTest}: zones with the oddest clocks. */
final class SendWindowOracleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Africa/Cairo",
        "Africa/Casablanca",
        "America/Havana",
        "America/New_York",
        "America/Santiago",
        "America/St_Johns",
        "Antarctica/Troll",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Asia/Kolkata",
        "Atlantic/Azores",
        "Australia/Adelaide",
        "Australia/Lord_Howe",
        "Europe/Dublin",
        "Pacific/Apia",
        "Pacific/Chatham",
        "UTC",
      })
  void agreesWithTheOracleAroundClockChanges(String zone) {
    Instant from = Instant.parse("2024-01-01T00:00:00Z");
    Instant to = Instant.parse("2029-01-01T00:00:00Z");

    Tally tally = sweep(ZoneId.of(zone), from, to);

    assertThat(tally.mismatches()).as(tally.firstMismatch()).isZero();
  }

  @Test
  void agreesWithTheOracleWhenSamoaSkippedADay() {
    Instant from = Instant.parse("2011-12-01T00:00:00Z");
    Instant to = Instant.parse("2012-01-31T00:00:00Z");

    Tally tally = sweep(ZoneId.of("Pacific/Apia"), from, to);

    assertThat(tally.mismatches()).as(tally.firstMismatch()).isZero();
  }

  // Canary: a comparison that cannot see a wrong window proves nothing.
  @ParameterizedTest
  @CsvSource({
    "America/Toronto, 09:01-17:00, daily",
    "America/Toronto, 09:00-16:59, daily",
    "America/Toronto, 09:00-17:00, workdays",
    "America/Chicago, 09:00-17:00, daily",
    // Five hours behind as well, but without the clock change of 14 March.
    "America/Panama, 09:00-17:00, daily",
  })
  void noticesAWrongWindow(String zone, String hours, String days) {
    assertThat(mismatchesWithNineToFiveInToronto(window(zone, hours, days))).isPositive();
  }

  @Test
  void acceptsARightWindow() {
    var rightWindow = window("America/New_York", "09:00-17:00", "daily");

    assertThat(mismatchesWithNineToFiveInToronto(rightWindow)).isZero();
  }

  private static long mismatchesWithNineToFiveInToronto(SendWindow window) {
    var toronto = ZoneId.of("America/Toronto");
    var minutes = new LocalMinutes(toronto, Instant.parse("2027-03-12T00:00:00Z"), 7 * 1440);
    var comparison = new OracleComparison(minutes, new SplittableRandom(14));

    comparison.compare(window, new OracleWindow(9 * 60, 17 * 60, OracleWindow.EVERY_DAY));

    return comparison.tally().mismatches();
  }

  private static Tally sweep(ZoneId zone, Instant from, Instant to) {
    return ClockChange.between(zone, from, to).stream()
        .map(ClockChange::sweep)
        .reduce(Tally.NOTHING, Tally::plus);
  }
}
