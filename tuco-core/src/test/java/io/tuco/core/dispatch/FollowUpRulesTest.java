package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.FollowUp;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import io.tuco.core.secret.Sealed;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a text follows (API contract, section 4.4; settled answers 11, 12 and 31). */
final class FollowUpRulesTest {

  private static final Instant NOW = Fixtures.NOW;
  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");
  private static final Workspace CONFIGURED = with(true, true);

  private static Workspace with(boolean configured, boolean enabled) {
    var account =
        new SmsFallback(
            enabled,
            Optional.of("AC0123456789abcdef0123456789abcdef"),
            Optional.of(new Sealed("sealed-token")).filter(token -> configured),
            Optional.of(new PhoneNumber("+12025550180")),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());
    return Fixtures.aWorkspace().withSmsFallback(account).build();
  }

  private static MessageBuilder sending(MessageType type, boolean onFailed) {
    var message = Fixtures.aMessage().ofType(type).inAttempt("send-1");
    return onFailed ? message.fallingBackOnFailure() : message;
  }

  private static boolean isDue(Message ended) {
    return FollowUpRules.isDue(ended, CONFIGURED);
  }

  @ParameterizedTest
  @CsvSource({
    "IMESSAGE, false, true",
    "IMESSAGE, true,  true",
    "EMAIL,    false, true",
    "SMS,      true,  false",
  })
  void followsAFallbackWhateverTheFlagSays(MessageType type, boolean onFailed, boolean due) {
    assertThat(isDue(sending(type, onFailed).build().fellBack(NOW))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "IMESSAGE, true,  true",
    "IMESSAGE, false, false",
    "EMAIL,    true,  true",
    "EMAIL,    false, false",
    "SMS,      true,  false",
  })
  void followsAFailureOnlyWhereTheMessageAsksForIt(
      MessageType type, boolean onFailed, boolean due) {
    assertThat(isDue(sending(type, onFailed).build().failed("no", NOW))).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
  void needsAnAccountThatIsConfiguredAndEnabled(boolean configured, boolean enabled, boolean due) {
    var ended = sending(MessageType.IMESSAGE, true).build().fellBack(NOW);

    assertThat(FollowUpRules.isDue(ended, with(configured, enabled))).isEqualTo(due);
  }

  @ParameterizedTest
  @EnumSource(
      value = MessageStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FAILED", "FALLBACK"})
  void neverFollowsAnyOtherStatus(MessageStatus status) {
    var message = Fixtures.aMessage().fallingBackOnFailure().withStatus(status).build();

    assertThat(isDue(message)).isFalse();
  }

  @Test
  void neverFollowsAnUnknown() {
    var unknown = sending(MessageType.IMESSAGE, true).build().unknown(NOW, NOW);

    assertThat(isDue(unknown)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({Reasons.DO_NOT_CONTACT, Reasons.OPTED_OUT})
  void neverFollowsWhatNobodyMayWrite(String reason) {
    var suppressed = Fixtures.aMessage().fallingBackOnFailure().build().suppressed(reason, NOW);

    assertThat(isDue(suppressed)).isFalse();
  }

  @Test
  void needsAPhoneOnTheMessage() {
    var byMail =
        Fixtures.aMessage()
            .toNobody()
            .toEmail("ada@example.com")
            .fallingBackOnFailure()
            .build()
            .failed("no", NOW);

    assertThat(isDue(byMail)).isFalse();
  }

  @Test
  void followsOnce() {
    var ended = sending(MessageType.IMESSAGE, true).build().fellBack(NOW);

    assertThat(isDue(ended.followedBy(FollowUp.owed(Fixtures.id(1))))).isFalse();
    assertThat(isDue(ended.followedBy(new FollowUp(Fixtures.id(1), true)))).isFalse();
  }

  @Nested
  class AfterSomethingHasLeft {

    private final Message textLeft =
        Fixtures.aMessage()
            .fallingBackOnFailure()
            .build()
            .sending(ofTwoParts(), NOW)
            .partSent(Part.text(0), ADA, "ROW-1", NOW);

    private static Send ofTwoParts() {
      var file = Part.file(1, new Part.PartFile(0, "a.png", 1_000, "image/png"));
      return new Send(
          "send-1", "hello", List.of(ADA), List.of(Part.text(0), file), NOW, Optional.empty());
    }

    @Test
    void neverFollowsAMessageThatLeftInPart() {
      assertThat(isDue(textLeft.failed("Attachment a.png: refused", NOW))).isFalse();
    }

    // Error 22 after an accepted answer: the person has nothing (settled answer 12).
    @Test
    void followsAMessageThatWasTakenAndTurnedOutLost() {
      var sent =
          sending(MessageType.IMESSAGE, true)
              .build()
              .partSent(Part.text(0), ADA, "ROW-1", NOW)
              .sent("ROW-1", NOW);

      assertThat(isDue(sent)).isFalse();
      assertThat(isDue(sent.fellBack(NOW))).isTrue();
      assertThat(isDue(sent.failed("Undelivered", NOW))).isTrue();
    }
  }

  @Nested
  class TheText {

    private final Message ended =
        Fixtures.aMessage()
            .withEverything()
            .withStatus(MessageStatus.SENDING)
            .build()
            .fellBack(NOW);

    @Test
    void isAMessageOfItsOwnThatNamesTheOriginal() {
      var text = FollowUpRules.textFor(ended, Fixtures.id(7), "hello", NOW.plusMillis(5));

      assertThat(text.id()).isEqualTo(Fixtures.id(7));
      assertThat(text.type()).isEqualTo(MessageType.SMS);
      assertThat(text.status()).isEqualTo(MessageStatus.PENDING);
      assertThat(text.content().text()).isEqualTo("hello");
      assertThat(text.content().attachments()).isEqualTo(ended.content().attachments());
      assertThat(text.origin().fallbackOf()).contains(ended.id());
      assertThat(text.origin().leadId()).isEqualTo(ended.origin().leadId());
      assertThat(text.origin().lineId()).isEqualTo(ended.origin().lineId());
      assertThat(text.origin().crm()).isEqualTo(ended.origin().crm());
      assertThat(text.origin().correlationId()).isEqualTo(ended.origin().correlationId());
      assertThat(text.origin().fallbackSmsOnFailed()).isFalse();
      assertThat(text.recipient().phone()).isEqualTo(ended.recipient().phone());
      assertThat(text.recipient().email()).isEmpty();
      assertThat(text.window()).isEqualTo(ended.window());
      assertThat(text.timeline().createdAt()).isEqualTo(NOW.plusMillis(5));
      assertThat(text.progress().followUp()).isEmpty();
    }

    @Test
    void failsAtItsBirthWhenItIsTooLong() {
      var longest = "\uD83D\uDE00".repeat(FollowUpRules.LONGEST_TEXT);

      assertThat(FollowUpRules.textFor(ended, Fixtures.id(7), longest, NOW).status())
          .isEqualTo(MessageStatus.PENDING);
      assertThat(FollowUpRules.textFor(ended, Fixtures.id(7), longest + "!", NOW).status())
          .isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void saysWhatWasAboutToBeSent() {
      var failed = sending(MessageType.IMESSAGE, true).build().failed("no", NOW);

      assertThat(FollowUpRules.saidBy(failed, "filled in")).isEqualTo("Hi from the clinic.");
    }

    @Test
    void saysTheTemplateFilledInWhereNothingWasEverBegun() {
      var failed = Fixtures.aMessage().build().failed("no", NOW);

      assertThat(FollowUpRules.saidBy(failed, "filled in")).isEqualTo("filled in");
    }

    @Test
    void saysWhatWasSentAndNeverReadsItAsATemplateAgain() {
      var sent =
          sending(MessageType.IMESSAGE, true).withText("Hi {name}").build().sent("ROW-1", NOW);

      assertThat(FollowUpRules.saidBy(sent.fellBack(NOW), "again"))
          .isEqualTo(sent.content().text());
      assertThat(FollowUpRules.saidBy(sent.failed("Undelivered", NOW), "again"))
          .isEqualTo(sent.content().text());
    }
  }
}
