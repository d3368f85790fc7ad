package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DispatchCommand.Kind;
import io.tuco.core.dispatch.DispatchFacts.LookUps;
import io.tuco.core.fixture.DeviceBuilder;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.line.Device;
import io.tuco.core.line.Places;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Part;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import io.tuco.core.message.WindowSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a turn does next, whatever comes back (dispatch safety, sections 1, 3 and 4). */
final class DispatchMachineTest {

  private static final String LANE = "device:" + Fixtures.id(0xd1);
  private static final String SEND_ID = "5e4d0000-0000-4000-8000-000000000001";
  private static final DeliveryOutcome LOST = new DeliveryOutcome.Unknown("The answer is missing");
  private static final DeliveryOutcome ACCEPTED = new DeliveryOutcome.Accepted("ROW-1");
  private static final DeliveryOutcome NOT_SENT =
      DeliveryOutcome.NotSent.because("The connection was refused");
  private static final Verification ABSENT = new Verification.Absent();
  private static final Instant NEXT_MORNING = Instant.parse("2027-03-13T09:00:00Z");
  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final DispatchSettings settings = DispatchSettings.documented();
  private final DispatchMachine machine =
      new DispatchMachine(settings, clock, () -> clock.millis() * 1_000_000L);

  private LaneTurn begun() {
    return machine.begin(new LaneSlot(LANE, 0));
  }

  private LaneTurn claimed(MessageBuilder message, DeviceBuilder device) {
    return claimed(message.build(), device);
  }

  private LaneTurn claimed(Message message, DeviceBuilder device) {
    return machine.claimed(
        begun(), new ClaimResult.Claimed(lane(), 0, message, facts(device), Optional.empty()));
  }

  /** A turn whose next command is the send itself: the device cannot look addresses up. */
  private LaneTurn aboutToSend() {
    return claimed(Fixtures.aMessage().inAttempt(SEND_ID), withoutLookUps());
  }

  private LaneTurn verifying() {
    return recorded(answered(aboutToSend(), LOST));
  }

  private LaneTurn interrupted(Message message) {
    return machine.claimed(
        begun(), new ClaimResult.Interrupted(lane(), 0, message, facts(withoutLookUps())));
  }

  private LaneTurn recorded(LaneTurn turn) {
    return machine.recorded(turn, Optional.empty());
  }

  private Duration textLife() {
    return settings.settledAfter(Sender.Kind.DEVICE, Part.text(0));
  }

  private static DeviceBuilder withoutLookUps() {
    return Fixtures.aDevice().withHealth(SenderHealth.healthy(false, Fixtures.NOW));
  }

  private DispatchFacts facts(DeviceBuilder device) {
    return new DispatchFacts(
        Fixtures.aWorkspace().build(),
        Optional.of(Fixtures.aLine().build()),
        new Sender.OverDevice(device.build()),
        Optional.empty(),
        false,
        lookUps(device.build()),
        clock.instant());
  }

  private static LookUps lookUps(Device device) {
    return device.health().privateApi()
        ? new LookUps(Optional.of(device), Map.of())
        : LookUps.impossible();
  }

  private Lane lane() {
    var places = new Places(Fixtures.id(0x71), LocalDate.of(2027, 3, 12), "2027-03-12T12", true, 8);
    var intent =
        new Intent(
            0,
            SEND_ID,
            Fixtures.WORKSPACE,
            Fixtures.id(0xe1),
            "node-1",
            clock.instant(),
            Optional.of(places));
    return new Lane(LANE, 7, List.of(intent), clock.instant(), 0, Map.of());
  }

  private static Closing closingOf(LaneTurn turn) {
    return ((DispatchCommand.Release) turn.command()).closing();
  }

  /** A message whose window closes within a second. */
  private static MessageBuilder closingSoon() {
    return Fixtures.aMessage()
        .within(
            new WindowSettings(
                Optional.of(ZoneId.of("UTC")),
                Optional.of(LocalTime.of(9, 0)),
                Optional.of(LocalTime.of(12, 0, 1)),
                Set.of()));
  }

  /** A message of a text and a file, in its attempt. */
  private Message ofTwoParts() {
    return ofTwoParts(Fixtures.aMessage());
  }

  private Message ofTwoParts(MessageBuilder message) {
    var file = new Part.PartFile(0, "a.png", 1_000, "image/png");
    var send =
        new Send(
            SEND_ID,
            "hello",
            List.of(ADA),
            List.of(Part.text(0), Part.file(1, file)),
            clock.instant(),
            Optional.empty());
    return message.build().sending(send, clock.instant());
  }

  private LaneTurn answered(LaneTurn sending, DeliveryOutcome outcome) {
    return machine.answered(machine.calling(sending), outcome);
  }

  private static DispatchCommand.Record writeOf(LaneTurn turn) {
    return (DispatchCommand.Record) turn.command();
  }

  @Test
  void looksUpTheAddressBeforeItSends() {
    var turn = claimed(Fixtures.aMessage().inAttempt(SEND_ID), Fixtures.aDevice());

    assertThat(turn.command().kind()).isEqualTo(Kind.CHECK);
    assertThat(machine.checked(turn, Availability.AVAILABLE).command().kind()).isEqualTo(Kind.SEND);
  }

  @Test
  void sendsWithoutALookUpWhereTheDeviceOffersNone() {
    assertThat(aboutToSend().command().kind()).isEqualTo(Kind.SEND);
  }

  @Test
  void recordsThenReleasesThenRests() {
    var recording = answered(aboutToSend(), ACCEPTED);
    var releasing = recorded(recording);
    var over = machine.released(releasing);

    assertThat(writeOf(recording).after().status()).isEqualTo(MessageStatus.SENT);
    assertThat(closingOf(releasing).freeAt()).isEqualTo(clock.instant().plusSeconds(30));
    assertThat(over.isOver()).isTrue();
    assertThat(over.rests()).isTrue();
  }

  @Test
  void countsTheGapFromTheRecordAndNotFromTheAnswer() {
    var recording = answered(aboutToSend(), ACCEPTED);
    clock.advance(Duration.ofSeconds(20));

    var closing = closingOf(recorded(recording));

    assertThat(closing.freeAt()).isEqualTo(clock.instant().plusSeconds(30));
    assertThat(closing.endedAt()).isEqualTo(clock.instant());
  }

  @Test
  void takesNoGapAfterASendThatNeverBegan() {
    var closing = closingOf(recorded(answered(aboutToSend(), NOT_SENT)));

    assertThat(closing.freeAt()).isEqualTo(clock.instant());
  }

  @Test
  void marksTheSenderDownWhenItsAnswerSaysSo() {
    var down = DeliveryOutcome.NotSent.senderDown("The device refused our credentials");

    var recording = answered(aboutToSend(), down);

    assertThat(writeOf(recording).senderDown()).isPresent();
  }

  @Test
  void asksTheGatesRightBeforeTheCall() {
    var sending =
        machine.checked(
            claimed(closingSoon().inAttempt(SEND_ID), Fixtures.aDevice()), Availability.AVAILABLE);
    clock.advance(Duration.ofSeconds(1));

    var held = machine.calling(sending);

    assertThat(writeOf(held).after().status()).isEqualTo(MessageStatus.PENDING);
    assertThat(writeOf(held).after().progress().nextAttemptAt()).contains(NEXT_MORNING);
  }

  @Test
  void asksTheGatesRightBeforeTheCallAlsoWithoutALookUp() {
    var sending = claimed(closingSoon().inAttempt(SEND_ID), withoutLookUps());
    clock.advance(Duration.ofSeconds(1));

    var held = machine.calling(sending);
    var closing = closingOf(recorded(held));

    assertThat(writeOf(held).after().status()).isEqualTo(MessageStatus.PENDING);
    assertThat(writeOf(held).after().progress().nextAttemptAt()).contains(NEXT_MORNING);
    assertThat(closing.left()).isFalse();
    assertThat(closing.reachedOut()).isFalse();
    assertThat(closing.freeAt()).isEqualTo(clock.instant());
  }

  @Test
  void sendsTheNextPartAlsoWhereTheWindowHasClosedMeanwhile() {
    var sending = claimed(ofTwoParts(closingSoon()), withoutLookUps());
    var next = recorded(answered(sending, ACCEPTED));
    clock.advance(Duration.ofSeconds(2));

    assertThat(machine.calling(next).command().kind()).isEqualTo(Kind.SEND);
  }

  @Test
  void doesNotBeginASendFiveSecondsAfterItsLastStep() {
    var turn = aboutToSend();

    clock.advance(Duration.ofSeconds(5));
    var inTime = machine.calling(turn);
    clock.advance(Duration.ofMillis(1));
    var tooLate = machine.calling(turn);

    assertThat(inTime.command().kind()).isEqualTo(Kind.SEND);
    assertThat(writeOf(tooLate).after().status()).isEqualTo(MessageStatus.PENDING);
    assertThat(writeOf(tooLate).after().progress().tries().attempts()).isEqualTo(1);
  }

  @Test
  void settlesAnIntentThatTurnedOutClosed() {
    var freeAt = clock.instant().plusSeconds(30);
    var closing = Closing.left(clock.instant(), freeAt);

    var turn = machine.claimed(begun(), new ClaimResult.Settled(lane(), 0, closing));

    assertThat(closingOf(turn)).isEqualTo(closing);
    assertThat(machine.released(turn).lookAgainAt()).contains(freeAt);
  }

  @Nested
  class WithoutATrustworthyAnswer {

    @Test
    void makesTheUnknownVisibleBeforeItAsksTheDevice() {
      var recording = answered(aboutToSend(), LOST);

      assertThat(writeOf(recording).after().isUnknown()).isTrue();
      assertThat(recorded(recording).command().kind()).isEqualTo(Kind.VERIFY);
    }

    @Test
    void neverSendsWhatWasInterrupted() {
      var turn = interrupted(Fixtures.aMessage().inAttempt(SEND_ID).build());

      assertThat(writeOf(turn).after().isUnknown()).isTrue();
      assertThat(recorded(turn).command().kind()).isEqualTo(Kind.VERIFY);
    }

    @Test
    void keepsTheLaneWhileTheDeviceIsSilent() {
      clock.advance(Duration.ofHours(12));

      var turn = machine.verified(verifying(), new Verification.Silent());

      assertThat(turn.isOver()).isTrue();
      assertThat(turn.lookAgainAt()).isPresent();
    }

    @Test
    void isNotHurriedByWakesBetweenTwoQuestions() {
      var turn = machine.verified(verifying(), ABSENT);

      assertThat(turn.rests()).isTrue();
    }

    @Test
    void takesAbsenceForProofOnceTheSendsLifeIsOver() {
      var asking = verifying();
      clock.advance(textLife());
      var message = ((DispatchCommand.Verify) asking.command()).message();
      var later = interrupted(message);

      var settled = machine.verified(later, ABSENT);

      assertThat(writeOf(settled).after().status()).isEqualTo(MessageStatus.PENDING);
    }

    // A stalled Mac answers slowly, and it is then that texts surface late.
    @Test
    void takesAbsenceForNoProofOfWhatHappenedAfterTheQuestion() {
      var asking = verifying();

      clock.advance(textLife().plusSeconds(1));
      var turn = machine.verified(asking, ABSENT);

      assertThat(turn.isOver()).isTrue();
      assertThat(turn.lookAgainAt()).isPresent();
    }

    @Test
    void countsTheSendsLifeFromTheCallAndNotFromTheClaim() {
      var calling = machine.calling(aboutToSend());
      Instant called = clock.instant();
      clock.advance(Duration.ofSeconds(150));

      var recording = machine.answered(calling, LOST);

      assertThat(writeOf(recording).after().progress().send().orElseThrow().unknownFrom())
          .contains(called);
    }
  }

  @Test
  void fallsBackWhenNoAddressHasIMessage() {
    var turn = claimed(Fixtures.aMessage().inAttempt(SEND_ID), Fixtures.aDevice());

    var recording = machine.checked(turn, Availability.UNAVAILABLE);

    assertThat(writeOf(recording).after().status()).isEqualTo(MessageStatus.FALLBACK);
    assertThat(writeOf(recording).after().checkedAddresses()).isEqualTo(List.of("+12025550100"));
  }

  @Test
  void cancelsWhatNobodyMayWriteToAnyMoreOnceItIsClaimed() {
    var message = Fixtures.aMessage().inAttempt(SEND_ID).build();
    var claim =
        new ClaimResult.Claimed(
            lane(), 0, message, facts(Fixtures.aDevice()), Optional.of(Reasons.OPTED_OUT));

    var recording = machine.claimed(begun(), claim);

    assertThat(writeOf(recording).after().status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(writeOf(recording).after().progress().reason()).contains(Reasons.OPTED_OUT);
    assertThat(closingOf(recorded(recording)))
        .isEqualTo(
            new Closing(
                clock.instant(), clock.instant(), false, false, 0, Closing.Success.UNTESTED));
  }

  // Somebody's order or a late proof has settled it: the lane's own view of it is worth nothing.
  @Test
  void doesNothingMoreForAnAttemptThatIsNotOursAnyMore() {
    var recording = answered(claimed(ofTwoParts(), withoutLookUps()), ACCEPTED);

    var over = machine.overtaken(recording);

    assertThat(over.isOver()).isTrue();
    assertThat(over.lookAgainAt()).contains(clock.instant());
  }

  @Nested
  class WithSeveralParts {

    @Test
    void sendsTheNextPartAfterTheFirstIsRecorded() {
      var recording = answered(claimed(ofTwoParts(), withoutLookUps()), ACCEPTED);

      var next = (DispatchCommand.Send) recorded(recording).command();

      assertThat(writeOf(recording).after().status()).isEqualTo(MessageStatus.SENDING);
      assertThat(next.part().number()).isEqualTo(1);
      assertThat(next.address()).isEqualTo(ADA);
    }

    @Test
    void restsAFullGapWhenOnlyTheFirstPartLeft() {
      var second = recorded(answered(claimed(ofTwoParts(), withoutLookUps()), ACCEPTED));

      var closing = closingOf(recorded(answered(second, NOT_SENT)));

      assertThat(closing.freeAt()).isEqualTo(clock.instant().plusSeconds(30));
      assertThat(closing.left()).isTrue();
    }
  }

  @Nested
  class WhatItCountsAsReachingOut {

    @Test
    void countsALookUpWhateverComesOfIt() {
      var turn = claimed(Fixtures.aMessage().inAttempt(SEND_ID), Fixtures.aDevice());

      var recording = machine.checked(turn, Availability.UNAVAILABLE);

      assertThat(closingOf(recorded(recording)).reachedOut()).isTrue();
      assertThat(closingOf(recorded(recording)).lookUpsMade()).isOne();
    }

    @Test
    void countsNothingThatNeverGotToTheDevice() {
      var turn = claimed(Fixtures.aMessage().inAttempt(SEND_ID), Fixtures.aDevice());

      var recording = machine.checked(turn, Availability.UNREACHABLE);

      assertThat(closingOf(recorded(recording)).reachedOut()).isFalse();
      assertThat(writeOf(recording).met()).isEmpty();
      assertThat(writeOf(recording).after().progress().contact().touches()).isEmpty();
    }

    @Test
    void countsNoSendThatProvablyDidNotBegin() {
      var recording = answered(aboutToSend(), NOT_SENT);

      assertThat(closingOf(recorded(recording)).reachedOut()).isFalse();
      assertThat(writeOf(recording).after().progress().contact().touches()).isEmpty();
    }

    @Test
    void countsASendOfUnknownOutcome() {
      var recording = answered(aboutToSend(), LOST);

      assertThat(writeOf(recording).after().progress().contact().touches())
          .contains(Fixtures.id(0x71) + ":+12025550100");
      assertThat(writeOf(recording).met()).isPresent();
    }
  }

  // The gap runs from the last instant at which it may have left (dispatch safety, section 1).
  @Test
  void restsAFullGapOnceAnUnknownIsSettledAsNeverSent() {
    var message = ((DispatchCommand.Verify) verifying().command()).message();
    clock.advance(textLife());

    var settled = machine.verified(interrupted(message), ABSENT);

    assertThat(closingOf(recorded(settled)).freeAt()).isEqualTo(clock.instant().plusSeconds(30));
  }
}
