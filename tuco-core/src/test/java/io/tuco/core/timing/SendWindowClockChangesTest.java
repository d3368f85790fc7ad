package io.tuco.core.timing;

import static io.tuco.core.timing.Windows.openings;
import static io.tuco.core.timing.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows on the nights when clocks change, and in zones that are no whole hours from UTC. */
final class SendWindowClockChangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # The clock jumps from 02:00 to 03:00.
          02:00-03:00 | daily |
          02:30-04:00 | daily | 2027-03-14T07:00:00Z/2027-03-14T08:00:00Z
          01:30-02:30 | daily | 2027-03-14T06:30:00Z/2027-03-14T07:00:00Z
          22:00-06:00 | daily | 2027-03-14T03:00:00Z/2027-03-14T10:00:00Z
          22:00-03:00 | SAT   | 2027-03-14T03:00:00Z/2027-03-14T07:00:00Z
          """)
  void losesWhatTheSpringNightSkips(String hours, String days, String opening) {
    var window = window("America/New_York", hours, days);

    assertOpenings(window, "2027-03-14T00:00:00Z", "2027-03-15T00:00:00Z", opening);
  }

  @ParameterizedTest
  @CsvSource({
    "daily, 2027-03-13T08:00:00Z, 2027-03-15T06:00:00Z",
    "SUN, 2027-03-08T05:00:00Z, 2027-03-21T06:00:00Z",
  })
  void waitsForTheNextDayWhenItsHourIsSkipped(String days, Instant t, Instant next) {
    var window = window("America/New_York", "02:00-03:00", days);

    assertThat(window.nextOpen(t)).contains(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # The clock falls back from 02:00 to 01:00.
          01:00-02:00 | 2027-11-07T05:00:00Z/2027-11-07T07:00:00Z
          01:30-01:45 | 2027-11-07T05:30:00Z/2027-11-07T05:45:00Z \
          2027-11-07T06:30:00Z/2027-11-07T06:45:00Z
          00:30-01:30 | 2027-11-07T04:30:00Z/2027-11-07T05:30:00Z \
          2027-11-07T06:00:00Z/2027-11-07T06:30:00Z
          22:00-06:00 | 2027-11-07T02:00:00Z/2027-11-07T11:00:00Z
          """)
  void opensAgainInTheRepeatedHour(String hours, String stretches) {
    var window = window("America/New_York", hours, "daily");

    assertOpenings(window, "2027-11-07T00:00:00Z", "2027-11-08T00:00:00Z", stretches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 30 April begins at 01:00, which is 29 April 22:00Z.
          00:00-01:00 | daily | 2027-04-28T22:00:00Z/2027-04-28T23:00:00Z \
          2027-04-30T21:00:00Z/2027-04-30T22:00:00Z
          00:00-06:00 | FRI   | 2027-04-29T22:00:00Z/2027-04-30T03:00:00Z
          22:00-02:00 | THU   | 2027-04-29T20:00:00Z/2027-04-29T23:00:00Z
          """)
  void knowsDaysThatHaveNoMidnight(String hours, String days, String stretches) {
    var window = window("Africa/Cairo", hours, days);

    assertOpenings(window, "2027-04-28T00:00:00Z", "2027-05-01T00:00:00Z", stretches);
  }

  @ParameterizedTest
  @CsvSource({
    "America/Havana, 2024-03-09T05:00:00Z, 2024-03-11T04:00:00Z",
    "America/Santiago, 2024-09-07T04:00:00Z, 2024-09-09T03:00:00Z",
    "Asia/Beirut, 2024-03-29T22:00:00Z, 2024-03-31T21:00:00Z",
    "Atlantic/Azores, 2024-03-30T01:00:00Z, 2024-04-01T00:00:00Z",
  })
  void skipsTheDayWhoseFirstHourIsMissing(String zone, Instant dayBefore, Instant dayAfter) {
    var window = window(zone, "00:00-01:00", "daily");

    assertThat(window.nextOpen(dayBefore)).contains(dayBefore);
    assertThat(window.nextOpen(dayBefore.plus(Duration.ofHours(1)))).contains(dayAfter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Asia/Kolkata    | 09:00-18:00 | workdays | 2027-01-04T03:30:00Z/2027-01-04T12:30:00Z
          Asia/Kathmandu  | 08:00-20:00 | daily    | 2027-01-03T02:15:00Z/2027-01-03T14:15:00Z
          # Clocks go back on Sunday 4 April at 03:00.
          Australia/Adelaide | 09:00-17:00 | daily | 2027-04-02T22:30:00Z/2027-04-03T06:30:00Z
          Australia/Adelaide | 09:00-17:00 | daily | 2027-04-03T23:30:00Z/2027-04-04T07:30:00Z
          Pacific/Chatham    | 09:00-17:00 | daily | 2027-04-02T19:15:00Z/2027-04-03T03:15:00Z
          Pacific/Chatham    | 09:00-17:00 | daily | 2027-04-03T20:15:00Z/2027-04-04T04:15:00Z
          # Changes by half an hour: this half hour runs twice.
          Australia/Lord_Howe | 01:30-02:00 | daily | 2027-04-03T14:30:00Z/2027-04-03T15:30:00Z
          """)
  void countsInHalfAndQuarterHours(String zone, String hours, String days, String stretch) {
    var window = window(zone, hours, days);
    var opening = Instant.parse(stretch.substring(0, stretch.indexOf('/')));

    assertOpenings(window, opening.minusSeconds(6 * 3600), opening.plusSeconds(1), stretch);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Half an hour is skipped on 3 October.
          Australia/Lord_Howe | 02:00-02:30 | daily | 2027-10-02T12:00:00Z | 2027-10-03T12:00:00Z
          # Samoa had no Friday, 30 December 2011.
          Pacific/Apia        | 09:00-17:00 | FRI   | 2011-12-25T00:00:00Z | 2012-01-05T00:00:00Z
          """)
  void doesNotOpenInsideAGap(String zone, String hours, String days, String from, String to) {
    assertOpenings(window(zone, hours, days), from, to, null);
  }

  @Test
  void keepsThePartAfterMidnightOfADayThatIsMissing() {
    var fridays = window("Pacific/Apia", "22:00-06:00", "FRI");

    var stretches = openings(fridays, at("2011-12-25T00:00:00Z"), at("2012-01-05T00:00:00Z"));

    assertThat(stretches).containsExactly("2011-12-30T10:00:00Z/2011-12-30T16:00:00Z");
  }

  private static void assertOpenings(SendWindow window, String from, String to, String stretches) {
    assertOpenings(window, at(from), at(to), stretches);
  }

  /** Both edges of every stretch are exact to the millisecond, and nothing else opens. */
  private static void assertOpenings(SendWindow window, Instant from, Instant to, String expected) {
    var stretches = expected == null ? List.<String>of() : List.of(expected.split("\\s+"));

    assertThat(openings(window, from, to)).isEqualTo(stretches);
    for (String stretch : stretches) {
      Instant opening = at(stretch.split("/")[0]);
      Instant closing = at(stretch.split("/")[1]);
      assertThat(window.isOpen(opening.minusMillis(1))).isFalse();
      assertThat(window.nextOpen(opening.minusMillis(1))).contains(opening);
      assertThat(window.isOpen(closing.minusMillis(1))).isTrue();
      assertThat(window.isOpen(closing)).isFalse();
    }
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
