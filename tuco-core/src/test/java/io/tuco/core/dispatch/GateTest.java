package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.account.MailAccount;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.LineBuilder;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.WindowSettings;
import io.tuco.core.workspace.CapDays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every rule that holds a message, its rank, since when and until when (API contract, 4.3). */
final class GateTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:34:56.789Z");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
  private static final String HOUR = "2027-03-12T12";
  private static final Instant MIDNIGHT = Instant.parse("2027-03-13T00:00:00Z");
  private static final Instant NEXT_HOUR = Instant.parse("2027-03-12T13:00:00Z");
  private static final Instant LAST = NOW.minusSeconds(20);
  private static final SenderHealth WELL = SenderHealth.healthy(true, NOW);
  private static final SenderHealth DOWN = WELL.down("no answer", NOW.minusSeconds(5));

  private static LineUsage used(int firsts, int total, int hourFirsts, int hourTotal) {
    return new LineUsage(
        TODAY,
        firsts,
        total,
        0,
        HOUR,
        hourFirsts,
        hourTotal,
        Optional.of(NOW.minusSeconds(10)),
        Optional.of(LAST));
  }

  private static LineBuilder aLine(int firsts, int total, int hourFirsts, Duration gap) {
    return Fixtures.aLine().limitedTo(new LineLimits(firsts, total, hourFirsts, gap));
  }

  private static Optional<Hold> hold(LineBuilder line, LineUsage used, boolean firstTouch) {
    return Gate.ofLine(line.build(), WELL, used, CapDays.utc(), firstTouch, NOW);
  }

  private static HeldBy by(Optional<Hold> hold) {
    return hold.orElseThrow().by();
  }

  @Nested
  class OfTheMessage {

    private final WindowSettings evening =
        new WindowSettings(
            Optional.of(ZoneId.of("Europe/Berlin")),
            Optional.of(LocalTime.of(18, 0)),
            Optional.of(LocalTime.of(20, 0)),
            Set.of());

    @Test
    void letsAPlainMessageGo() {
      var message = Fixtures.aMessage().createdAt(NOW).build();

      assertThat(Gate.ofMessage(message, Fixtures.aWorkspace().build(), NOW)).isEmpty();
    }

    @Test
    void holdsUntilItsDate() {
      var due = NOW.plusMillis(1);
      var message = Fixtures.aMessage().createdAt(NOW.minusSeconds(9)).scheduledFor(due).build();

      var hold = Gate.ofMessage(message, Fixtures.aWorkspace().build(), NOW).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.SCHEDULED_DATE);
      assertThat(hold.reason()).isEqualTo(Reasons.SCHEDULED);
      assertThat(hold.since()).contains(NOW.minusSeconds(9));
      assertThat(hold.until()).contains(due);
      assertThat(Gate.ofMessage(message, Fixtures.aWorkspace().build(), due)).isEmpty();
    }

    @Test
    void holdsOutsideItsWindow() {
      var message = Fixtures.aMessage().within(evening).build();

      var hold = Gate.ofMessage(message, Fixtures.aWorkspace().build(), NOW).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.SEND_WINDOW);
      assertThat(hold.reason()).isEqualTo(Reasons.OUTSIDE_WINDOW);
      assertThat(hold.since()).contains(Instant.parse("2027-03-11T19:00:00Z"));
      assertThat(hold.until()).contains(Instant.parse("2027-03-12T17:00:00Z"));
    }

    @Test
    void asksForTheDateBeforeTheWindow() {
      var message = Fixtures.aMessage().within(evening).scheduledFor(NOW.plusSeconds(1)).build();

      assertThat(by(Gate.ofMessage(message, Fixtures.aWorkspace().build(), NOW)))
          .isEqualTo(HeldBy.SCHEDULED_DATE);
    }

    @Test
    void takesDaysWithoutHoursInTheWorkspacesZone() {
      var saturdays =
          new WindowSettings(
              Optional.empty(), Optional.empty(), Optional.empty(), Set.of(DayOfWeek.SATURDAY));
      var message = Fixtures.aMessage().within(saturdays).build();

      var hold = Gate.ofMessage(message, Fixtures.aWorkspace().build(), NOW).orElseThrow();

      assertThat(hold.until()).contains(Instant.parse("2027-03-13T05:00:00Z"));
    }
  }

  @Nested
  class OfTheLane {

    @Test
    void holdsUntilTheGapIsOver() {
      var gap = Duration.ofSeconds(30);

      var hold = Gate.ofLane(NOW.plusMillis(1), gap, NOW).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.DEVICE_GAP);
      assertThat(hold.reason()).isEqualTo(Reasons.DEVICE_GAP);
      assertThat(hold.since()).contains(NOW.plusMillis(1).minus(gap));
      assertThat(hold.until()).contains(NOW.plusMillis(1));
    }

    @Test
    void letsGoAtTheInstantTheGapEnds() {
      assertThat(Gate.ofLane(NOW, Duration.ofSeconds(30), NOW)).isEmpty();
    }
  }

  @Nested
  class OfTheLine {

    @Test
    void letsALineGoThatHasRoomForOneMoreOfEach() {
      var line = aLine(50, 75, 50, Duration.ofSeconds(20));

      assertThat(hold(line, used(49, 74, 49, 74), true)).isEmpty();
    }

    @Test
    void holdsWhileItsSenderIsNotWell() {
      var line = Fixtures.aLine().build();

      var hold =
          Gate.ofLine(line, DOWN, LineUsage.nothing(), CapDays.utc(), false, NOW).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.NO_HEALTHY_LINE);
      assertThat(hold.reason()).isEqualTo(Reasons.NO_HEALTHY_LINE);
      assertThat(hold.since()).contains(NOW.minusSeconds(5));
      assertThat(hold.until()).isEmpty();
    }

    @Test
    void holdsWhenTheDaysTotalIsUsedUp() {
      var hold = hold(aLine(50, 75, 50, Duration.ZERO), used(0, 75, 0, 0), false).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.DAILY_TOTAL_LIMIT);
      assertThat(hold.reason()).isEqualTo(Reasons.DAILY_LIMIT);
      assertThat(hold.since()).contains(NOW.minusSeconds(10));
      assertThat(hold.until()).contains(MIDNIGHT);
      assertThat(hold.isDailyCap()).isTrue();
    }

    @Test
    void holdsFirstTouchesWhenTheDaysNewContactsAreUsedUp() {
      var line = aLine(50, 75, 50, Duration.ZERO);

      var hold = hold(line, used(50, 60, 0, 0), true).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.DAILY_NEW_LIMIT);
      assertThat(hold.reason()).isEqualTo(Reasons.DAILY_LIMIT);
      assertThat(hold.since()).contains(LAST);
      assertThat(hold.until()).contains(MIDNIGHT);
      assertThat(hold.isDailyCap()).isTrue();
      assertThat(hold(line, used(50, 60, 0, 0), false)).isEmpty();
    }

    @Test
    void holdsFirstTouchesWhenTheHoursAreUsedUp() {
      var line = aLine(50, 75, 5, Duration.ZERO);

      var hold = hold(line, used(5, 5, 5, 5), true).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.HOURLY_FIRST_TOUCH_LIMIT);
      assertThat(hold.reason()).isEqualTo(Reasons.HOURLY_LIMIT);
      assertThat(hold.since()).contains(LAST);
      assertThat(hold.until()).contains(NEXT_HOUR);
      assertThat(hold.isDailyCap()).isFalse();
      assertThat(hold(line, used(5, 5, 5, 5), false)).isEmpty();
    }

    @Test
    void doesNotAskAMailboxForTheHoursFirstTouches() {
      var line = aLine(50, 75, 5, Duration.ZERO).overMail(Fixtures.aMailAccount());

      assertThat(hold(line, used(5, 5, 5, 5), true)).isEmpty();
    }

    @Test
    void holdsAMailboxThatHasSentItsHoursMails() {
      var line = aLine(500, 500, 5, Duration.ZERO).overMail(Fixtures.aMailAccount());

      var hold = hold(line, used(0, 40, 0, 40), false).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.QUEUE);
      assertThat(hold.reason()).isEqualTo(Reasons.MAILBOX_LIMIT);
      assertThat(hold.until()).contains(NEXT_HOUR);
      assertThat(hold(line, used(0, 40, 0, 39), false)).isEmpty();
    }

    @Test
    void holdsNoMailboxWithoutSuchALimit() {
      var account = Fixtures.aMailAccount();
      var unlimited =
          new MailAccount(
              account.host(),
              account.port(),
              account.security(),
              account.username(),
              account.password(),
              account.fromAddress(),
              account.fromName(),
              account.replyTo(),
              account.unsubscribeMailto(),
              Optional.empty());
      var line = aLine(500, 5_000, 5, Duration.ZERO).overMail(unlimited);

      assertThat(hold(line, used(0, 4_000, 0, 4_000), false)).isEmpty();
    }

    @Test
    void holdsFirstTouchesDuringTheContactGap() {
      var line = aLine(50, 75, 50, Duration.ofMillis(20_001));

      var hold = hold(line, used(1, 1, 1, 1), true).orElseThrow();

      assertThat(hold.by()).isEqualTo(HeldBy.CONTACT_GAP);
      assertThat(hold.reason()).isEqualTo(Reasons.CONTACT_GAP);
      assertThat(hold.since()).contains(LAST);
      assertThat(hold.until()).contains(NOW.plusMillis(1));
      assertThat(hold(line, used(1, 1, 1, 1), false)).isEmpty();
    }

    @Test
    void asksTheRulesInTheirOrder() {
      var all = aLine(1, 1, 1, Duration.ofHours(1));
      var everything = used(1, 1, 1, 1);

      assertThat(by(Gate.ofLine(all.build(), DOWN, everything, CapDays.utc(), true, NOW)))
          .isEqualTo(HeldBy.NO_HEALTHY_LINE);
      assertThat(by(hold(all, everything, true))).isEqualTo(HeldBy.DAILY_TOTAL_LIMIT);
      assertThat(by(hold(aLine(1, 9, 1, Duration.ofHours(1)), everything, true)))
          .isEqualTo(HeldBy.DAILY_NEW_LIMIT);
      assertThat(by(hold(aLine(9, 9, 1, Duration.ofHours(1)), everything, true)))
          .isEqualTo(HeldBy.HOURLY_FIRST_TOUCH_LIMIT);
      assertThat(by(hold(aLine(9, 9, 9, Duration.ofHours(1)), everything, true)))
          .isEqualTo(HeldBy.CONTACT_GAP);
      assertThat(hold(aLine(9, 9, 9, Duration.ofSeconds(20)), everything, true)).isEmpty();
    }

    @Test
    void forgetsWhatWasUsedOnAnotherDayAndInAnotherHour() {
      var yesterday =
          new LineUsage(
              TODAY.minusDays(1),
              50,
              75,
              0,
              "2027-03-11T12",
              50,
              75,
              Optional.of(LAST),
              Optional.empty());

      assertThat(hold(aLine(50, 75, 50, Duration.ZERO), yesterday, true)).isEmpty();
    }

    @Test
    void turnsTheDayInTheZoneThatTheWorkspaceChose() {
      var days = new CapDays(ZoneId.of("Asia/Kathmandu"), Optional.empty());
      var line = aLine(50, 75, 50, Duration.ZERO).build();

      var hold = Gate.ofLine(line, WELL, used(0, 75, 0, 0), days, false, NOW).orElseThrow();

      assertThat(hold.until()).contains(Instant.parse("2027-03-12T18:15:00Z"));
      assertThat(hold.detail()).contains("2027-03-13 00:00 Asia/Kathmandu");
    }

    @Test
    void holdsEverythingAtALimitOfNothing() {
      assertThat(by(hold(aLine(0, 75, 50, Duration.ZERO), LineUsage.nothing(), true)))
          .isEqualTo(HeldBy.DAILY_NEW_LIMIT);
      assertThat(by(hold(aLine(50, 0, 50, Duration.ZERO), LineUsage.nothing(), false)))
          .isEqualTo(HeldBy.DAILY_TOTAL_LIMIT);
    }
  }
}
