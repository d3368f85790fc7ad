package io.tuco.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which day a send counts on, also where the zone changes (time rules, section 4). */
final class CapDaysTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId KIRITIMATI = ZoneId.of("Pacific/Kiritimati");
  private static final ZoneId BAKER = ZoneId.of("Etc/GMT+12");
  private static final List<ZoneId> ZONES =
      List.of(
          UTC,
          KIRITIMATI,
          BAKER,
          ZoneId.of("America/New_York"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("Asia/Kathmandu"),
          ZoneId.of("Pacific/Chatham"),
          ZoneId.of("America/St_Johns"),
          ZoneId.of("Pacific/Pago_Pago"));
  private static final Instant NOON = Instant.parse("2027-03-12T12:00:00Z");

  @Test
  void turnsAtMidnightOfUtcUnlessChosenOtherwise() {
    var days = CapDays.utc();

    assertThat(days.chosen()).isEqualTo(UTC);
    assertThat(days.dayOf(Instant.parse("2027-03-12T23:59:59.999Z")))
        .isEqualTo(LocalDate.of(2027, 3, 12));
    assertThat(days.dayOf(Instant.parse("2027-03-13T00:00:00Z")))
        .isEqualTo(LocalDate.of(2027, 3, 13));
    assertThat(days.endOfDay(NOON)).isEqualTo(Instant.parse("2027-03-13T00:00:00Z"));
  }

  @Test
  void changesTheZoneWithTheNextDay() {
    var days = CapDays.utc().turningIn(ZoneId.of("Asia/Kathmandu"), NOON);

    assertThat(days.chosen()).isEqualTo(ZoneId.of("Asia/Kathmandu"));
    assertThat(days.zoneAt(NOON)).isEqualTo(UTC);
    assertThat(days.dayOf(Instant.parse("2027-03-12T20:00:00Z")))
        .isEqualTo(LocalDate.of(2027, 3, 12));
    assertThat(days.dayOf(Instant.parse("2027-03-13T00:00:00Z")))
        .isEqualTo(LocalDate.of(2027, 3, 13));
    assertThat(days.endOfDay(Instant.parse("2027-03-13T00:00:00Z")))
        .isEqualTo(Instant.parse("2027-03-13T18:15:00Z"));
  }

  @Test
  void letsTheDayGoOnWhereTheNewZoneStillHasTheSameDate() {
    var days = CapDays.utc().turningIn(ZoneId.of("America/New_York"), NOON);

    assertThat(days.endOfDay(NOON)).isEqualTo(Instant.parse("2027-03-13T05:00:00Z"));
    assertThat(days.dayOf(Instant.parse("2027-03-13T04:59:59Z")))
        .isEqualTo(LocalDate.of(2027, 3, 12));
  }

  // From one end of the date line to the other, the date would go back by one.
  @Test
  void letsTheDayGoOnWhereTheNewZoneHasAnEvenEarlierDate() {
    var days = new CapDays(KIRITIMATI, Optional.empty()).turningIn(BAKER, NOON);
    var last = LocalDate.of(2027, 3, 13);

    assertThat(days.dayOf(NOON)).isEqualTo(last);
    assertThat(days.dayOf(Instant.parse("2027-03-13T10:30:00Z"))).isEqualTo(last);
    assertThat(days.dayOf(Instant.parse("2027-03-14T11:59:59Z"))).isEqualTo(last);
    assertThat(days.endOfDay(NOON)).isEqualTo(Instant.parse("2027-03-14T12:00:00Z"));
  }

  @Test
  void takesBackAChangeThatIsNotInForceYet() {
    var days = CapDays.utc().turningIn(KIRITIMATI, NOON).turningIn(UTC, NOON);

    assertThat(days).isEqualTo(CapDays.utc());
  }

  @Test
  void replacesAChangeThatIsNotInForceYet() {
    var days = CapDays.utc().turningIn(KIRITIMATI, NOON).turningIn(BAKER, NOON.plusSeconds(1));

    assertThat(days).isEqualTo(CapDays.utc().turningIn(BAKER, NOON));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void countsNoDayTwiceHoweverOftenTheZoneChanges(long seed) {
    var random = new Random(seed);
    var days = CapDays.utc();
    var seen = new ArrayList<LocalDate>();
    var now = Instant.parse("2027-03-01T00:00:00Z");

    for (var step = 0; step < 5_000; step++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(120)));
      if (random.nextInt(20) == 0) {
        var before = days.dayOf(now);
        days = days.turningIn(ZONES.get(random.nextInt(ZONES.size())), now);
        assertThat(days.dayOf(now)).isAfterOrEqualTo(before);
      }
      seen.add(days.dayOf(now));
    }

    assertThat(seen).isSorted();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void endsADayAtTheFirstInstantThatCountsOnAnother(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < 500; round++) {
      var from = NOON.plus(Duration.ofMinutes(random.nextInt(500_000)));
      var days =
          new CapDays(ZONES.get(random.nextInt(ZONES.size())), Optional.empty())
              .turningIn(ZONES.get(random.nextInt(ZONES.size())), from);
      var now = from.plus(Duration.ofMinutes(random.nextInt(6_000)));

      var end = days.endOfDay(now);

      assertThat(end).isAfter(now);
      assertThat(days.dayOf(end)).isAfter(days.dayOf(now));
      assertThat(days.dayOf(end.minusMillis(1))).isEqualTo(days.dayOf(now));
    }
  }

  @Test
  void namesTheHourOfUtc() {
    assertThat(CapDays.hourOf(Instant.parse("2027-03-12T00:59:59.999Z")))
        .isEqualTo("2027-03-12T00");
    assertThat(CapDays.hourOf(Instant.parse("2027-03-12T13:00:00Z"))).isEqualTo("2027-03-12T13");
  }
}
