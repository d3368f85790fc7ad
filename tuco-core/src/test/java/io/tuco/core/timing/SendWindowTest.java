package io.tuco.core.timing;

import static io.tuco.core.timing.Windows.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendWindowTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime FIVE = LocalTime.of(17, 0);

  @ParameterizedTest
  @CsvSource({
    "2027-03-12T16:59:59.999, true",
    "2027-03-12T16:59:59.999999999, true",
    "2027-03-12T17:00, false",
    "2027-03-13T12:00, false",
    "2027-03-15T08:59:59.999, false",
    "2027-03-15T08:59:59.999999999, false",
    "2027-03-15T09:00, true",
    "2027-03-15T09:00:00.001, true",
  })
  void includesItsStartAndExcludesItsEnd(LocalDateTime local, boolean open) {
    var window = window("America/New_York", "09:00-17:00", "workdays");

    assertThat(window.isOpen(local.atZone(NEW_YORK).toInstant())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    // The clock change of the weekend makes nine o'clock 13:00Z; 64 hours later would be ten.
    "2027-03-12T17:00, 2027-03-15T13:00:00Z",
    "2027-03-12T16:59:59.999, 2027-03-12T21:59:59.999Z",
    "2027-03-15T09:00, 2027-03-15T13:00:00Z",
    "2027-03-15T08:59:59.999, 2027-03-15T13:00:00Z",
    "2027-03-15T03:00, 2027-03-15T13:00:00Z",
  })
  void opensNextAtTheLeastOpenInstant(LocalDateTime local, Instant next) {
    var window = window("America/New_York", "09:00-17:00", "workdays");

    assertThat(window.nextOpen(local.atZone(NEW_YORK).toInstant())).contains(next);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-09T01:00, true, opened on Friday",
    "2027-01-09T22:00, false, Saturday does not open",
    "2027-01-11T01:00, false, would belong to Sunday",
    "2027-01-11T22:00, true, Monday opens",
    "2027-01-12T00:00, true, still Monday's",
    "2027-01-12T01:59:59.999, true, still Monday's",
    "2027-01-12T02:00, false, the end is outside",
    "2027-01-12T21:59:59.999, false, before the start",
  })
  void belongsToTheDayOnWhichItOpens(LocalDateTime local, boolean open, String because) {
    var window = window("America/New_York", "22:00-02:00", "workdays");

    assertThat(window.isOpen(local.atZone(NEW_YORK).toInstant())).as(because).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-04T21:59:59.999, false",
    "2027-01-04T22:00, true",
    "2027-01-04T23:59:59.999, true",
    "2027-01-05T00:00, false",
  })
  void endsAtMidnightWhenTheEndIsMidnight(LocalDateTime local, boolean open) {
    var window = window("America/New_York", "22:00-00:00", "MON");

    assertThat(window.isOpen(local.atZone(NEW_YORK).toInstant())).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-02T23:59:59.999, false",
    "2027-01-03T00:00, true",
    "2027-01-03T23:59:59.999, true",
    "2027-01-04T00:00, false",
  })
  void isOpenForWholeDays(LocalDateTime local, boolean open) {
    var sundays = SendWindow.wholeDays(NEW_YORK, Set.of(DayOfWeek.SUNDAY));

    assertThat(sundays.isOpen(local.atZone(NEW_YORK).toInstant())).isEqualTo(open);
  }

  @Test
  void isAlwaysOpenForWholeDaysOfEveryDay() {
    var always = SendWindow.wholeDays(NEW_YORK, Set.of());
    var gap = Instant.parse("2027-03-14T07:00:00Z");

    assertThat(always.nextOpen(gap)).contains(gap);
    assertThat(always.nextOpen(gap.minusNanos(1))).contains(gap.minusNanos(1));
  }

  @Test
  void refusesAStartThatIsItsEnd() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SendWindow.between(NEW_YORK, NINE, NINE, Set.of()))
        .withMessage("A window from 09:00 to 09:00 could mean always or never");
  }

  @Test
  void takesNoDaysForEveryDay() {
    var allSeven = EnumSet.allOf(DayOfWeek.class);

    var window = SendWindow.between(NEW_YORK, NINE, FIVE, Set.of());

    assertThat(window).isEqualTo(SendWindow.between(NEW_YORK, NINE, FIVE, allSeven));
    assertThat(window).hasSameHashCodeAs(SendWindow.between(NEW_YORK, NINE, FIVE, allSeven));
  }

  @Test
  void differsByZoneBoundsAndDays() {
    var window = window("America/New_York", "09:00-17:00", "MON,TUE");

    assertThat(window)
        .isEqualTo(window("America/New_York", "09:00-17:00", "TUE,MON"))
        .isNotEqualTo(window("America/Toronto", "09:00-17:00", "MON,TUE"))
        .isNotEqualTo(window("America/New_York", "09:01-17:00", "MON,TUE"))
        .isNotEqualTo(window("America/New_York", "09:00-17:01", "MON,TUE"))
        .isNotEqualTo(window("America/New_York", "09:00-17:00", "MON"))
        .isNotEqualTo("09:00-17:00");
  }

  @Test
  void keepsItsDaysWhenTheCallersSetChanges() {
    var days = new HashSet<>(Set.of(DayOfWeek.MONDAY));
    var window = SendWindow.between(NEW_YORK, NINE, FIVE, days);

    days.add(DayOfWeek.SATURDAY);

    assertThat(window).isEqualTo(window("America/New_York", "09:00-17:00", "MON"));
  }

  @Test
  void tellsItsHoursZoneAndDays() {
    var window = window("America/New_York", "22:00-02:00", "FRI,MON");

    assertThat(window).hasToString("22:00-02:00 America/New_York [MONDAY, FRIDAY]");
    assertThat(window.zone()).isEqualTo(NEW_YORK);
  }
}
