package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DispatchCommand.Kind;
import io.tuco.core.fixture.DeviceBuilder;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a turn does next, whatever comes back (dispatch safety, sections 1, 3 and 4). */
final class DispatchMachineTest {

  private static final String SEND_ID = "5e4d0000-0000-4000-8000-000000000001";
  private static final DeliveryOutcome LOST = new DeliveryOutcome.Unknown("The answer is missing");
  private static final Verification ABSENT = new Verification.Absent();

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final DispatchSettings settings = DispatchSettings.documented();
  private final DispatchMachine machine =
      new DispatchMachine(settings, clock, () -> clock.millis() * 1_000_000L);

  private LaneTurn begun() {
    return machine.begin("device:" + Fixtures.id(0xd1));
  }

  private LaneTurn claimed(MessageBuilder message, DeviceBuilder device) {
    return machine.claimed(
        begun(), new ClaimResult.Claimed(lane(), message.build(), facts(device)));
  }

  /** A turn whose next command is the send itself: the device cannot look addresses up. */
  private LaneTurn aboutToSend() {
    return claimed(Fixtures.aMessage().inAttempt(SEND_ID), withoutLookUps());
  }

  private LaneTurn verifying() {
    return recorded(machine.answered(machine.calling(aboutToSend()), LOST));
  }

  private LaneTurn recorded(LaneTurn turn) {
    return machine.recorded(turn, Optional.empty());
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
        clock.instant());
  }

  private Lane lane() {
    var intent =
        new Intent(SEND_ID, Fixtures.WORKSPACE, Fixtures.id(0xe1), "node-1", clock.instant());
    return new Lane("device:" + Fixtures.id(0xd1), 7, Optional.of(intent), clock.instant());
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
    var accepted = new DeliveryOutcome.Accepted("ROW-1");

    var recording = machine.answered(machine.calling(aboutToSend()), accepted);
    var releasing = recorded(recording);
    var over = machine.released(releasing);

    assertThat(writeOf(recording).after().status()).isEqualTo(MessageStatus.SENT);
    assertThat(((DispatchCommand.Release) releasing.command()).freeAt())
        .isEqualTo(clock.instant().plusSeconds(30));
    assertThat(over.isOver()).isTrue();
    assertThat(over.rests()).isTrue();
  }

  @Test
  void countsTheGapFromTheRecordAndNotFromTheAnswer() {
    var recording =
        machine.answered(machine.calling(aboutToSend()), new DeliveryOutcome.Accepted("ROW-1"));
    clock.advance(Duration.ofSeconds(20));

    var releasing = (DispatchCommand.Release) recorded(recording).command();

    assertThat(releasing.freeAt()).isEqualTo(clock.instant().plusSeconds(30));
  }

  @Test
  void takesNoGapAfterASendThatNeverBegan() {
    var notSent = DeliveryOutcome.NotSent.because("The connection was refused");

    var releasing =
        (DispatchCommand.Release)
            recorded(machine.answered(machine.calling(aboutToSend()), notSent)).command();

    assertThat(releasing.freeAt()).isEqualTo(clock.instant());
  }

  @Test
  void marksTheDeviceDownWhenItsAnswerSaysSo() {
    var down = DeliveryOutcome.NotSent.senderDown("The device refused our credentials");

    var recording = machine.answered(machine.calling(aboutToSend()), down);

    assertThat(writeOf(recording).deviceDown()).isPresent();
  }

  @Test
  void asksTheGatesAgainAfterTheLookUp() {
    var later = clock.instant().plusSeconds(60);
    var message = Fixtures.aMessage().scheduledFor(later).inAttempt(SEND_ID);
    var turn = claimed(message, Fixtures.aDevice());

    var held = machine.checked(turn, Availability.AVAILABLE);

    assertThat(held.command().kind()).isEqualTo(Kind.STORE);
    assertThat(writeOf(held).after().status()).isEqualTo(MessageStatus.PENDING);
    assertThat(writeOf(held).after().progress().nextAttemptAt()).contains(later);
  }

  @Test
  void doesNotBeginASendFiveSecondsAfterItsLastStep() {
    var turn = aboutToSend();

    clock.advance(Duration.ofSeconds(5));
    var inTime = machine.maySend(turn);
    clock.advance(Duration.ofMillis(1));

    assertThat(inTime).isTrue();
    assertThat(machine.maySend(turn)).isFalse();
  }

  @Test
  void settlesAnIntentThatTurnedOutClosed() {
    var freeAt = clock.instant().plusSeconds(30);

    var turn = machine.claimed(begun(), new ClaimResult.Settled(lane(), freeAt));

    assertThat(((DispatchCommand.Release) turn.command()).freeAt()).isEqualTo(freeAt);
    assertThat(machine.released(turn).lookAgainAt()).contains(freeAt);
  }

  @Nested
  class WithoutATrustworthyAnswer {

    @Test
    void makesTheUnknownVisibleBeforeItAsksTheDevice() {
      var recording = machine.answered(machine.calling(aboutToSend()), LOST);

      assertThat(writeOf(recording).after().isUnknown()).isTrue();
      assertThat(recorded(recording).command().kind()).isEqualTo(Kind.VERIFY);
    }

    @Test
    void neverSendsWhatWasInterrupted() {
      var interrupted = Fixtures.aMessage().inAttempt(SEND_ID).build();

      var turn =
          machine.claimed(
              begun(), new ClaimResult.Interrupted(lane(), interrupted, facts(withoutLookUps())));

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
      clock.advance(settings.settledAfter());
      var message = ((DispatchCommand.Verify) asking.command()).message();
      var later =
          machine.claimed(
              begun(), new ClaimResult.Interrupted(lane(), message, facts(withoutLookUps())));

      var settled = machine.verified(later, ABSENT);

      assertThat(writeOf(settled).after().status()).isEqualTo(MessageStatus.PENDING);
    }

    // A stalled Mac answers slowly, and it is then that texts surface late.
    @Test
    void takesAbsenceForNoProofOfWhatHappenedAfterTheQuestion() {
      var asking = verifying();

      clock.advance(settings.settledAfter().plusSeconds(1));
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
}
