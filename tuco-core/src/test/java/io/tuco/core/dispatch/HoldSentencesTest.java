package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.WindowSettings;
import io.tuco.core.timing.SendWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person reads about why a message waits: rule, zone and local time. */
final class HoldSentencesTest {

  private static final Instant AT = Instant.parse("2027-03-13T00:00:00Z");
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final SendWindow MORNINGS =
      SendWindow.between(NEW_YORK, LocalTime.of(9, 0), LocalTime.of(12, 0), Set.of());

  @Test
  void namesADateInItsZone() {
    assertThat(HoldSentences.date(AT, NEW_YORK))
        .isEqualTo("Scheduled for 2027-03-12 19:00 America/New_York.");
  }

  @Test
  void namesTheWindowAndItsNextOpening() {
    assertThat(HoldSentences.window(MORNINGS, Instant.parse("2027-03-13T14:00:00Z")))
        .startsWith("The send window 09:00-12:00 America/New_York")
        .endsWith("opens at 2027-03-13 09:00 America/New_York.");
  }

  @Test
  void namesWhatIsWrongWithTheSender() {
    var down = SenderHealth.unknown().down("no answer", AT);

    assertThat(HoldSentences.health(down))
        .isEqualTo("The line's sender is not healthy: no answer.");
    assertThat(HoldSentences.health(SenderHealth.unknown()))
        .isEqualTo("The line's sender has not answered yet.");
  }

  @Test
  void namesALimitAndItsTurn() {
    assertThat(HoldSentences.dailyLimit(75, "messages", AT, ZoneOffset.UTC))
        .isEqualTo(
            "The line has reached its limit of 75 messages a day until 2027-03-13 00:00 UTC.");
    assertThat(HoldSentences.hourlyLimit(50, "new contacts", AT))
        .isEqualTo(
            "The line has reached its limit of 50 new contacts an hour until 2027-03-13 00:00"
                + " UTC.");
  }

  @Test
  void namesGapsToTheSecond() {
    assertThat(HoldSentences.deviceGap(Duration.ofSeconds(30), AT.plusSeconds(7)))
        .isEqualTo("The device rests 30 s after each send, until 2027-03-13 00:00:07 UTC.");
    assertThat(HoldSentences.contactGap(Duration.ofSeconds(45), AT.plusSeconds(7)))
        .isEqualTo("The line rests 45 s between new contacts, until 2027-03-13 00:00:07 UTC.");
  }

  @Test
  void namesWhatNoRuleHolds() {
    assertThat(HoldSentences.retry(AT)).contains("2027-03-13 00:00:00 UTC");
    assertThat(HoldSentences.queue(AT)).contains("2027-03-13 00:00:00 UTC");
    assertThat(HoldSentences.unknown(AT)).contains("2027-03-13 00:00:00 UTC");
  }

  @Test
  void namesTheWindowThatIsClosedWhenTheLineLetsGo() {
    var hold =
        new Hold(
            HeldBy.DAILY_TOTAL_LIMIT,
            "Full.",
            Optional.empty(),
            Optional.of(AT),
            "Full until then.");
    var mornings =
        new WindowSettings(
            Optional.of(NEW_YORK),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(12, 0)),
            Set.of());
    var message = Fixtures.aMessage().within(mornings).build();

    var then = HoldSentences.then(hold, message, Fixtures.aWorkspace().build());

    assertThat(then.by()).isEqualTo(HeldBy.DAILY_TOTAL_LIMIT);
    assertThat(then.until()).contains(Instant.parse("2027-03-13T14:00:00Z"));
    assertThat(then.detail())
        .startsWith("Full until then. Then: The send window")
        .endsWith("2027-03-13 09:00 America/New_York.");
  }

  @Test
  void addsNothingWhereNoWindowIsClosedThen() {
    var hold =
        new Hold(HeldBy.CONTACT_GAP, "Gap.", Optional.empty(), Optional.of(AT), "Until then.");
    var message = Fixtures.aMessage().build();

    assertThat(HoldSentences.then(hold, message, Fixtures.aWorkspace().build())).isEqualTo(hold);
  }
}
