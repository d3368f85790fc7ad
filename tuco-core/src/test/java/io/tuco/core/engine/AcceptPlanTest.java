package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.dispatch.Hold;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.WindowSettings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The date of a message whose line has no place left today (API contract, section 2.3). */
final class AcceptPlanTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:00:00Z");
  private static final Instant TURN = Instant.parse("2027-03-13T00:00:00Z");

  private static Hold hold(HeldBy by, Instant until) {
    return new Hold(by, Reasons.DAILY_LIMIT, Optional.empty(), Optional.of(until), "Full.");
  }

  private static Message planned(MessageBuilder message, String zone, Hold hold) {
    return AcceptPlan.of(
        message.build(), Optional.of(hold), Fixtures.aWorkspace().inZone(zone).build(), NOW);
  }

  private static Instant dateOf(Message message) {
    assertThat(message.status()).isEqualTo(MessageStatus.SCHEDULED);
    assertThat(message.progress().reason()).contains(Reasons.DAILY_LIMIT);
    return message.timeline().scheduledFor().orElseThrow();
  }

  // The first 09:00 at or after the turn of the cap, in the workspace's zone.
  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2027-03-13T00:00:00Z, 2027-03-13T14:00:00Z",
    "America/New_York, 2027-03-14T00:00:00Z, 2027-03-14T13:00:00Z",
    "America/New_York, 2027-11-07T00:00:00Z, 2027-11-07T14:00:00Z",
    "Asia/Kathmandu, 2027-03-13T00:00:00Z, 2027-03-13T03:15:00Z",
    "Asia/Tokyo, 2027-03-13T00:00:00Z, 2027-03-13T00:00:00Z",
    "Australia/Sydney, 2027-03-13T00:00:00Z, 2027-03-13T22:00:00Z",
    "Pacific/Chatham, 2027-03-13T00:00:00Z, 2027-03-13T19:15:00Z",
    "UTC, 2027-03-13T09:00:00Z, 2027-03-13T09:00:00Z",
    "UTC, 2027-03-13T09:00:00.001Z, 2027-03-14T09:00:00Z",
  })
  void waitsForTheNextMorningOfTheWorkspace(String zone, Instant turn, Instant date) {
    var message = planned(Fixtures.aMessage(), zone, hold(HeldBy.DAILY_TOTAL_LIMIT, turn));

    assertThat(dateOf(message)).isEqualTo(date);
  }

  @Test
  void waitsForItsOwnNextWindowAfterTheTurn() {
    var evenings =
        new WindowSettings(
            Optional.of(ZoneId.of("America/New_York")),
            Optional.of(LocalTime.of(18, 0)),
            Optional.of(LocalTime.of(21, 0)),
            Set.of(DayOfWeek.MONDAY));

    var message =
        planned(Fixtures.aMessage().within(evenings), "UTC", hold(HeldBy.DAILY_NEW_LIMIT, TURN));

    assertThat(dateOf(message)).isEqualTo(Instant.parse("2027-03-15T22:00:00Z"));
  }

  @Test
  void leavesAtTheTurnWhenItsWindowIsOpenThen() {
    var days =
        new WindowSettings(
            Optional.of(ZoneId.of("America/New_York")),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(21, 0)),
            Set.of());

    var message =
        planned(Fixtures.aMessage().within(days), "UTC", hold(HeldBy.DAILY_NEW_LIMIT, TURN));

    assertThat(dateOf(message)).isEqualTo(TURN);
  }

  @ParameterizedTest
  @EnumSource(
      value = HeldBy.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DAILY_TOTAL_LIMIT", "DAILY_NEW_LIMIT"})
  void leavesAMessageAloneThatAnyOtherRuleHolds(HeldBy by) {
    var message = Fixtures.aMessage().build();

    assertThat(planned(Fixtures.aMessage(), "UTC", hold(by, TURN))).isEqualTo(message);
  }

  @Test
  void leavesAMessageAloneThatNothingHolds() {
    var message = Fixtures.aMessage().build();
    var workspace = Fixtures.aWorkspace().build();

    assertThat(AcceptPlan.of(message, Optional.empty(), workspace, NOW)).isEqualTo(message);
  }

  @Test
  void leavesAMessageItsOwnDate() {
    var message = Fixtures.aMessage().scheduledFor(NOW.plusSeconds(60));

    assertThat(planned(message, "UTC", hold(HeldBy.DAILY_TOTAL_LIMIT, TURN)))
        .isEqualTo(message.build());
  }
}
