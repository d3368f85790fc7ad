package io.tuco.core.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Taking a place and giving it back, over the turn of days and hours. */
final class LineUsageTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:34:56.789Z");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
  private static final String HOUR = "2027-03-12T12";

  private static Places places(LocalDate day, String hour, boolean firstTouch, int lookUps) {
    return new Places("line-1", day, hour, firstTouch, lookUps);
  }

  private static Places aFirstTouch() {
    return places(TODAY, HOUR, true, 3);
  }

  private static Places aFollowUp() {
    return places(TODAY, HOUR, false, 0);
  }

  private static LineUsage after(Places... taken) {
    var usage = LineUsage.nothing();
    for (var places : taken) {
      usage = usage.taking(places, NOW);
    }
    return usage;
  }

  @Test
  void countsAFirstTouchEverywhere() {
    assertThat(after(aFirstTouch()))
        .isEqualTo(new LineUsage(TODAY, 1, 1, 3, HOUR, 1, 1, Optional.of(NOW), Optional.of(NOW)));
  }

  @Test
  void countsAFollowUpInTheTotalAlone() {
    assertThat(after(aFollowUp()))
        .isEqualTo(new LineUsage(TODAY, 0, 1, 0, HOUR, 0, 1, Optional.of(NOW), Optional.empty()));
  }

  @Test
  void keepsTheLatestFirstTouchThroughFollowUps() {
    var usage = after(aFirstTouch()).taking(aFollowUp(), NOW.plusSeconds(60));

    assertThat(usage.lastFirstTouchAt()).contains(NOW);
    assertThat(usage.lastSendAt()).contains(NOW.plusSeconds(60));
  }

  @Test
  void beginsAnewWithANewDay() {
    var tomorrow = places(TODAY.plusDays(1), "2027-03-13T00", true, 1);

    var usage = after(aFirstTouch(), aFollowUp(), tomorrow);

    assertThat(usage.day()).isEqualTo(TODAY.plusDays(1));
    assertThat(usage.firsts()).isOne();
    assertThat(usage.total()).isOne();
    assertThat(usage.lookUps()).isOne();
    assertThat(usage.hourTotal()).isOne();
  }

  @Test
  void beginsTheHourAnewWithinTheDay() {
    var nextHour = places(TODAY, "2027-03-12T13", true, 0);

    var usage = after(aFirstTouch(), nextHour);

    assertThat(usage.firsts()).isEqualTo(2);
    assertThat(usage.hourFirsts()).isOne();
    assertThat(usage.hourTotal()).isOne();
  }

  // A zone's day may turn within an hour of UTC.
  @Test
  void beginsTheDayAnewWithinTheHour() {
    var nextDay = places(TODAY.plusDays(1), HOUR, true, 0);

    var usage = after(aFirstTouch(), nextDay);

    assertThat(usage.firsts()).isOne();
    assertThat(usage.hourFirsts()).isEqualTo(2);
  }

  // Two nodes' clocks may differ, and a clock may be set back over midnight.
  @Test
  void goesOnWithTheLaterDayAndHourWhenAnEarlierOneIsNamed() {
    var yesterday = places(TODAY.minusDays(1), "2027-03-11T23", true, 0);

    var usage = after(aFirstTouch(), yesterday);

    assertThat(usage.day()).isEqualTo(TODAY);
    assertThat(usage.hour()).isEqualTo(HOUR);
    assertThat(usage.firsts()).isEqualTo(2);
    assertThat(usage.hourFirsts()).isEqualTo(2);
    assertThat(usage.at(TODAY.minusDays(1), "2027-03-11T23")).isEqualTo(usage);
  }

  @Test
  void givesBackExactlyWhatWasTaken() {
    var before = after(aFirstTouch(), aFollowUp());
    var taken = before.taking(aFirstTouch(), NOW);

    var back =
        taken
            .givingBackTotal(aFirstTouch())
            .givingBackFirstTouch(aFirstTouch())
            .givingBackLookUps(aFirstTouch());

    assertThat(back).isEqualTo(before);
  }

  @Test
  void givesBackEachKindOfPlaceAlone() {
    var taken = after(aFirstTouch());

    assertThat(taken.givingBackTotal(aFirstTouch()))
        .isEqualTo(new LineUsage(TODAY, 1, 0, 3, HOUR, 1, 0, Optional.of(NOW), Optional.of(NOW)));
    assertThat(taken.givingBackFirstTouch(aFirstTouch()))
        .isEqualTo(new LineUsage(TODAY, 0, 1, 3, HOUR, 0, 1, Optional.of(NOW), Optional.of(NOW)));
    assertThat(taken.givingBackLookUps(aFirstTouch().withoutLookUps(1)).lookUps()).isOne();
  }

  @Test
  void givesNoFirstTouchBackOfAFollowUp() {
    var taken = after(aFirstTouch(), aFollowUp());

    assertThat(taken.givingBackFirstTouch(aFollowUp())).isEqualTo(taken);
  }

  @Test
  void givesNothingBackOfAnotherDay() {
    var today = after(places(TODAY.plusDays(1), "2027-03-13T00", true, 1));

    var back =
        today
            .givingBackTotal(aFirstTouch())
            .givingBackFirstTouch(aFirstTouch())
            .givingBackLookUps(aFirstTouch());

    assertThat(back).isEqualTo(today);
  }

  @Test
  void givesBackTheDaysPlaceButNotThatOfAnotherHour() {
    var taken = after(aFirstTouch(), places(TODAY, "2027-03-12T13", true, 0));

    var back = taken.givingBackTotal(aFirstTouch()).givingBackFirstTouch(aFirstTouch());

    assertThat(back.firsts()).isOne();
    assertThat(back.total()).isOne();
    assertThat(back.hourFirsts()).isOne();
    assertThat(back.hourTotal()).isOne();
  }

  @Test
  void showsNothingUsedOfADayAndHourToCome() {
    var usage = after(aFirstTouch()).at(TODAY.plusDays(1), "2027-03-13T00");

    assertThat(usage)
        .isEqualTo(
            new LineUsage(
                TODAY.plusDays(1),
                0,
                0,
                0,
                "2027-03-13T00",
                0,
                0,
                Optional.of(NOW),
                Optional.of(NOW)));
  }
}
