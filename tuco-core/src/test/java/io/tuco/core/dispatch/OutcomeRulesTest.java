package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.WorkspaceBuilder;
import io.tuco.core.line.SenderFault;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer leads to (dispatch safety, section 2; the providers' tables). */
final class OutcomeRulesTest {

  private static final Instant NOW = Fixtures.NOW;
  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final PhoneNumber SECOND = new PhoneNumber("+12025550101");
  private static final DeliveryOutcome NOT_SENT = DeliveryOutcome.NotSent.because("refused");

  private final OutcomeRules rules = new OutcomeRules(DispatchSettings.documented());

  private static Message sending(MessageType type, List<Address> addresses, Part... parts) {
    var send = new Send("send-1", "hello", addresses, List.of(parts), NOW, Optional.empty());
    return Fixtures.aMessage().ofType(type).build().sending(send, NOW);
  }

  private static Message aText(Address... addresses) {
    return sending(MessageType.IMESSAGE, List.of(addresses), Part.text(0));
  }

  /** A text with a file, of which the text has left. */
  private static Message textLeft() {
    var file = Part.file(1, new Part.PartFile(0, "a.png", 1_000, "image/png"));
    return sending(MessageType.IMESSAGE, List.of(ADA), Part.text(0), file)
        .partSent(Part.text(0), ADA, "ROW-1", NOW);
  }

  private static DispatchFacts facts(Sender sender, boolean movable, WorkspaceBuilder workspace) {
    return new DispatchFacts(
        workspace.build(),
        Optional.of(Fixtures.aLine().build()),
        sender,
        Optional.empty(),
        movable,
        DispatchFacts.LookUps.impossible(),
        NOW);
  }

  private static DispatchFacts onDevice() {
    return facts(new Sender.OverDevice(Fixtures.aDevice().build()), false, Fixtures.aWorkspace());
  }

  private static DispatchFacts bySms() {
    var health = SenderHealth.healthy(false, NOW);
    return facts(new Sender.OverSms(Fixtures.anSmsAccount(), health), false, Fixtures.aWorkspace());
  }

  private static DispatchFacts byMail() {
    var health = SenderHealth.healthy(false, NOW);
    return facts(
        new Sender.OverMail(Fixtures.aMailAccount(), health), false, Fixtures.aWorkspace());
  }

  private DispatchStep.Conclude after(Message message, DeliveryOutcome outcome) {
    return (DispatchStep.Conclude) rules.next(message, onDevice(), ADA, outcome, NOW);
  }

  @Nested
  class WhenItWasTaken {

    @Test
    void isSentUnderTheProvidersId() {
      var step = after(aText(ADA), new DeliveryOutcome.Accepted("ROW-1"));

      assertThat(step.after().status()).isEqualTo(MessageStatus.SENT);
      assertThat(step.after().progress().externalId()).contains("ROW-1");
      assertThat(step.after().progress().attempts()).isOne();
      assertThat(step.gapDue()).isTrue();
      assertThat(step.success()).isEqualTo(Closing.Success.YES);
    }

    @Test
    void staysSendingUntilAllPartsAreTakenAndIsKnownByTheFirst() {
      var file = Part.file(1, new Part.PartFile(0, "a.png", 1_000, "image/png"));
      var message = sending(MessageType.IMESSAGE, List.of(SECOND, ADA), Part.text(0), file);

      var first = after(message, new DeliveryOutcome.Accepted("ROW-1"));
      var second = after(first.after(), new DeliveryOutcome.Accepted("ROW-2"));

      assertThat(first.after().status()).isEqualTo(MessageStatus.SENDING);
      assertThat(first.after().progress().send().orElseThrow().addresses()).containsExactly(ADA);
      assertThat(second.after().status()).isEqualTo(MessageStatus.SENT);
      assertThat(second.after().progress().externalId()).contains("ROW-1");
    }
  }

  @Nested
  class WhenItWasRefused {

    @Test
    void goesOnToTheNextAddressAtOnce() {
      var step = after(aText(ADA, SECOND), new Refused("not there", Scope.ADDRESS));

      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.after().dueAt()).isEqualTo(NOW);
      assertThat(step.after().progress().unreachable()).containsExactly(ADA);
      assertThat(step.gapDue()).isTrue();
      assertThat(step.success()).isEqualTo(Closing.Success.UNTESTED);
    }

    @ParameterizedTest
    @CsvSource({"IMESSAGE, FALLBACK", "SMS, FAILED", "EMAIL, FAILED"})
    void endsWhenNoAddressIsLeft(MessageType type, MessageStatus status) {
      var message = sending(type, List.of(ADA), Part.text(0));

      var step = after(message, new Refused("not there", Scope.ADDRESS));

      assertThat(step.after().status()).isEqualTo(status);
      assertThat(step.after().progress().errorMessage())
          .isEqualTo(status == MessageStatus.FAILED ? Optional.of("not there") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"PERSON, UNTESTED", "MESSAGE, NO"})
    void failsForThePersonOrTheMessageWhateverElseIsLeft(Scope scope, Closing.Success success) {
      var step = after(aText(ADA, SECOND), new Refused("no", scope));

      assertThat(step.after().status()).isEqualTo(MessageStatus.FAILED);
      assertThat(step.after().progress().errorMessage()).contains("no");
      assertThat(step.success()).isEqualTo(success);
      assertThat(step.senderDown()).isEmpty();
    }

    @Test
    void failsForASenderThatMayNotSendAndTakesItOut() {
      var step = after(aText(ADA), new Refused("suspended", Scope.SENDER));

      assertThat(step.after().status()).isEqualTo(MessageStatus.FAILED);
      assertThat(step.senderDown()).contains(SenderFault.untilChanged("suspended"));
      assertThat(step.success()).isEqualTo(Closing.Success.NO);
    }

    @Test
    void waitsForAnotherSenderWhereOneMayTakeItOver() {
      var movable =
          facts(new Sender.OverDevice(Fixtures.aDevice().build()), true, Fixtures.aWorkspace());

      var step =
          (DispatchStep.Conclude)
              rules.next(aText(ADA), movable, ADA, new Refused("suspended", Scope.SENDER), NOW);

      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.senderDown()).contains(SenderFault.untilChanged("suspended"));
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void namesThePartWhenSomethingHasLeftAlready(Scope scope) {
      var step = after(textLeft(), new Refused("too big", scope));

      assertThat(step.after().status()).isEqualTo(MessageStatus.FAILED);
      assertThat(step.after().progress().errorMessage()).contains("Attachment a.png: too big");
    }
  }

  @Nested
  class WhenNothingLeft {

    @Test
    void triesAgainInAMinuteWithoutAGap() {
      var step = after(aText(ADA), NOT_SENT);

      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.after().dueAt()).isEqualTo(NOW.plusSeconds(60));
      assertThat(step.after().progress().reason()).contains(Reasons.RETRY_SCHEDULED);
      assertThat(step.gapDue()).isFalse();
      assertThat(step.success()).isEqualTo(Closing.Success.NO);
    }

    @Test
    void triesAgainWhenTheProviderSays() {
      var later = DeliveryOutcome.NotSent.because("busy").retriedAfter(Duration.ofSeconds(7));

      assertThat(after(aText(ADA), later).after().dueAt()).isEqualTo(NOW.plusSeconds(7));
    }

    @Test
    void takesOutASenderThatCannotServeAnybody() {
      assertThat(after(aText(ADA), DeliveryOutcome.NotSent.senderDown("401")).senderDown())
          .contains(SenderFault.untilProbed("401"));
    }

    @Test
    void failsAfterFiveAttempts() {
      var message = aText(ADA);
      for (var made = 0; made < 4; made++) {
        message = message.withProgress(message.progress().afterAttempt(), NOW);
      }

      var step = after(message, NOT_SENT);

      assertThat(step.after().status()).isEqualTo(MessageStatus.FAILED);
      assertThat(step.after().progress().errorMessage()).contains("refused");
      assertThat(step.after().progress().attempts()).isEqualTo(5);
    }

    @Test
    void triesOnlyThePartAgainThatIsMissing() {
      var step = after(textLeft(), NOT_SENT);

      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.after().progress().send().orElseThrow().missing().orElseThrow().number())
          .isOne();
    }

    @Test
    void spreadsTheRetriesOfMails() {
      var mail = sending(MessageType.EMAIL, List.of(ADA), Part.text(0));

      var step = (DispatchStep.Conclude) rules.next(mail, byMail(), ADA, NOT_SENT, NOW);

      assertThat(step.after().dueAt()).isBetween(NOW.plusSeconds(48), NOW.plusSeconds(72));
    }
  }

  @Nested
  class WhenNobodyKnows {

    private final Message unknown = aText(ADA, SECOND).unknown(NOW, NOW);

    private DispatchStep told(Message message, Verification verification, Duration later) {
      return rules.next(message, onDevice(), verification, NOW.plus(later), NOW.plus(later));
    }

    private DispatchStep.Conclude found(Message message, int error, Duration later) {
      var row = new Verification.Found("ROW-1", error, Optional.of(ADA));
      return (DispatchStep.Conclude) told(message, row, later);
    }

    @Test
    void asksBeforeAnythingElse() {
      var step = rules.next(aText(ADA), onDevice(), ADA, new DeliveryOutcome.Unknown("?"), NOW);

      assertThat(step).isEqualTo(new DispatchStep.Verify(NOW));
    }

    @Test
    void isSentWhenTheDeviceHasIt() {
      var step = found(unknown, 0, Duration.ofSeconds(1));

      assertThat(step.after().status()).isEqualTo(MessageStatus.SENT);
      assertThat(step.after().progress().externalId()).contains("ROW-1");
      assertThat(step.gapDue()).isTrue();
    }

    @Test
    void goesOnToTheNextAddressWhenTheRowSaysThereIsNoIMessage() {
      var step = found(unknown, 22, Duration.ofSeconds(1));

      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.after().progress().unreachable()).containsExactly(ADA);
    }

    @Test
    void failsWithAnyOtherCodeOfTheRow() {
      var step = found(unknown, 41, Duration.ofSeconds(1));

      assertThat(step.after().status()).isEqualTo(MessageStatus.FAILED);
      assertThat(step.after().progress().errorMessage().orElseThrow()).contains("41");
    }

    @Test
    void givesATimedOutRowTenMinutes() {
      var row = new Verification.Found("ROW-1", 4, Optional.of(ADA));

      assertThat(told(unknown, row, Duration.ofMinutes(10).minusMillis(1)))
          .isInstanceOf(DispatchStep.Verify.class);
      assertThat(found(unknown, 4, Duration.ofMinutes(10)).after().status())
          .isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void believesNoTimedOutRowBecauseTheWallClockWasSetForward() {
      var row = new Verification.Found("ROW-1", 4, Optional.of(ADA));
      var asked = NOW.plus(Duration.ofMinutes(5));

      var step = rules.next(unknown, onDevice(), row, asked, asked.plus(Duration.ofMinutes(32)));

      assertThat(step).isInstanceOf(DispatchStep.Verify.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 60, 209})
    void isAskedAgainWhileATextMayStillSurface(int seconds) {
      var step = told(unknown, new Verification.Absent(), Duration.ofSeconds(seconds));

      assertThat(((DispatchStep.Verify) step).notBefore())
          .isBetween(NOW.plusSeconds(seconds + 10), NOW.plusSeconds(seconds + 60));
    }

    @Test
    void isProvedNotSentOnceATextsLifeAndTheMarginAreOver() {
      var step =
          (DispatchStep.Conclude) told(unknown, new Verification.Absent(), Duration.ofSeconds(210));

      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.gapDue()).isTrue();
    }

    @Test
    void givesAFileTwentyOneMinutes() {
      var file = textLeft().unknown(NOW, NOW);
      var almost = Duration.ofMinutes(21).minusMillis(1);

      assertThat(told(file, new Verification.Absent(), almost))
          .isInstanceOf(DispatchStep.Verify.class);
      assertThat(told(file, new Verification.Absent(), Duration.ofMinutes(21)))
          .isInstanceOf(DispatchStep.Conclude.class);
    }

    @Test
    void givesATextOfAnSmsSenderFiveMinutes() {
      var message = sending(MessageType.SMS, List.of(ADA), Part.text(0)).unknown(NOW, NOW);
      var before = NOW.plus(Duration.ofMinutes(5)).minusMillis(1);
      var then = NOW.plus(Duration.ofMinutes(5));
      var absent = new Verification.Absent();

      assertThat(rules.next(message, bySms(), absent, before, before))
          .isInstanceOf(DispatchStep.Verify.class);
      assertThat(rules.next(message, bySms(), absent, then, then))
          .isInstanceOf(DispatchStep.Conclude.class);
    }

    @Test
    void isAskedAtLeastThreeTimesAboutATextOfAnSmsSender() {
      var message = sending(MessageType.SMS, List.of(ADA), Part.text(0)).unknown(NOW, NOW);
      var asked = 0;
      var at = NOW;
      DispatchStep step = new DispatchStep.Verify(NOW);
      while (step instanceof DispatchStep.Verify again) {
        at = again.notBefore();
        step = rules.next(message, bySms(), new Verification.Absent(), at, at);
        asked++;
      }

      assertThat(asked).isGreaterThanOrEqualTo(3);
    }

    @Test
    void staysUnknownWithoutLimitWhileTheDeviceIsSilent() {
      assertThat(told(unknown, new Verification.Silent(), Duration.ofDays(365)))
          .isInstanceOf(DispatchStep.Verify.class);
    }

    @Test
    void isSentAgainAfterTheHoursAWorkspaceChose() {
      var workspace = Fixtures.aWorkspace().resendingUnknownAfter(Duration.ofHours(6));
      var resending = facts(new Sender.OverDevice(Fixtures.aDevice().build()), false, workspace);
      var silent = new Verification.Silent();
      var before = NOW.plus(Duration.ofHours(6)).minusMillis(1);
      var then = NOW.plus(Duration.ofHours(6));

      assertThat(rules.next(unknown, resending, silent, before, before))
          .isInstanceOf(DispatchStep.Verify.class);
      var step = (DispatchStep.Conclude) rules.next(unknown, resending, silent, then, then);
      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.after().progress().tries().repeats()).isOne();
    }
  }

  @Nested
  class WhenNobodyKnowsOfAMail {

    private final Message unknown =
        sending(MessageType.EMAIL, List.of(ADA), Part.text(0)).unknown(NOW, NOW);

    private DispatchStep at(Message message, Duration later) {
      var then = NOW.plus(later);
      return rules.next(message, byMail(), new Verification.Silent(), then, then);
    }

    @Test
    void waitsAQuarterOfAnHourForABounce() {
      assertThat(at(unknown, Duration.ofMinutes(3)))
          .isEqualTo(new DispatchStep.Verify(NOW.plus(Duration.ofMinutes(15))));
    }

    @Test
    void isRepeatedOnceThen() {
      var step = (DispatchStep.Conclude) at(unknown, Duration.ofMinutes(15));

      assertThat(step.after().status()).isEqualTo(MessageStatus.PENDING);
      assertThat(step.after().progress().tries().repeats()).isOne();
      assertThat(step.after().progress().attempts()).isOne();
    }

    @Test
    void isBeyondSettlingAfterItsRepeat() {
      var repeated = unknown.withProgress(unknown.progress().afterRepeat(), NOW);

      assertThat(OutcomeRules.isBeyondSettling(unknown, byMail())).isFalse();
      assertThat(OutcomeRules.isBeyondSettling(repeated, byMail())).isTrue();
      assertThat(OutcomeRules.isBeyondSettling(repeated, onDevice())).isFalse();
    }
  }

  @Test
  void failsAfterALookUpAndThreeRetriesWithoutAnAnswer() {
    var message = aText(ADA);
    for (var look = 1; look <= 3; look++) {
      var after = ((DispatchStep.Conclude) rules.unanswered(message, List.of(), NOW)).after();
      assertThat(after.dueAt()).isEqualTo(NOW.plusSeconds(5));
      message = message.withProgress(message.progress().afterFailedCheck(), NOW);
    }

    var last = ((DispatchStep.Conclude) rules.unanswered(message, List.of(), NOW)).after();

    assertThat(last.status()).isEqualTo(MessageStatus.FAILED);
    assertThat(last.progress().errorMessage()).contains("Availability check failed");
  }
}
