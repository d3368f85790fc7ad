package io.tuco.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.intake.WindowWords;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a send call promises, told without threads. */
final class SendingStoryTest {

  private static final String ADA = "+12025550100";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T17:00:00Z");

  private static SubmitMessage aText(String text) {
    return SubmitMessage.text(text, RecipientWords.nobody().withPhone(ADA).withName("Ada Byron"));
  }

  @Test
  void sendsAnAcceptedMessageAtOnce() {
    var id = tuco.submits(aText("Hi {{firstName}}"));

    tuco.runsDueWork();

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(id).content().text()).isEqualTo("Hi Ada");
    assertThat(tuco.message(id).progress().externalId()).contains("ROW-1");
    assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT);
  }

  @Test
  void takesALinesTurnOnlyForWhatIsAccepted() {
    tuco.stores()
        .lines()
        .insert(Fixtures.aLine().withId(Fixtures.id(0x77)).withPhone("+12025550177").build());
    var nobody = SubmitMessage.text("hello", RecipientWords.nobody());

    var first = tuco.message(tuco.submits(aText("one")));
    var refused = tuco.tries(nobody);
    var second = tuco.message(tuco.submits(aText("two")));

    assertThat(refused).isInstanceOf(SubmissionResult.Rejected.class);
    assertThat(second.origin().lineId()).isNotEqualTo(first.origin().lineId());
  }

  @Test
  void leavesTheDevicesGapBetweenTwoSends() {
    var first = tuco.submits(aText("one"));
    var second = tuco.submits(aText("two"));

    tuco.runsDueWork();
    var between = tuco.message(second).status();
    tuco.passes(tuco.device().gap());

    assertThat(tuco.message(first).status()).isEqualTo(MessageStatus.SENT);
    assertThat(between).isEqualTo(MessageStatus.PENDING);
    assertThat(tuco.message(second).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void saysThatTheDeviceRestsWhenItDoes() {
    tuco.submits(aText("one"));
    tuco.runsDueWork();

    var result = (SubmissionResult.Accepted) tuco.tries(aText("two"));

    assertThat(result.hold().orElseThrow().reason()).isEqualTo(Reasons.DEVICE_GAP);
    assertThat(result.hold().orElseThrow().until()).contains(tuco.now().plus(tuco.device().gap()));
  }

  @Test
  void waitsForItsScheduledDate() {
    var words =
        new WindowWords(
            Optional.of("2027-03-12T19:00:00Z"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    var id = tuco.submits(aText("later").within(words));
    tuco.passes(Duration.ofMinutes(119));
    var before = tuco.message(id).status();
    tuco.passes(Duration.ofMinutes(1));

    assertThat(before).isEqualTo(MessageStatus.SCHEDULED);
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void waitsForItsWindowAndSaysSo() {
    var words =
        new WindowWords(
            Optional.empty(),
            Optional.of("America/New_York"),
            Optional.of("13:00"),
            Optional.of("14:00"),
            List.of());

    var result = (SubmissionResult.Accepted) tuco.tries(aText("at one").within(words));
    tuco.passes(Duration.ofMinutes(59));
    var before = tuco.message(result.message().id()).status();
    tuco.passes(Duration.ofMinutes(1));

    assertThat(result.hold().orElseThrow().reason()).isEqualTo(Reasons.OUTSIDE_WINDOW);
    assertThat(before).isEqualTo(MessageStatus.PENDING);
    assertThat(tuco.message(result.message().id()).status()).isEqualTo(MessageStatus.SENT);
  }

  @Nested
  class WithoutIMessage {

    @Test
    void triesTheNextAddressAndThenFallsBack() {
      var person =
          new RecipientWords(
              Optional.of(ADA),
              Optional.of("ada@example.com"),
              Optional.empty(),
              Optional.empty(),
              List.of(Optional.of("+12025550101"), Optional.empty(), Optional.empty()),
              List.of(Optional.empty(), Optional.empty(), Optional.empty()),
              Optional.empty());
      tuco.relay().hasNoIMessageFor(ADA);
      tuco.relay().hasNoIMessageFor("+12025550101");
      tuco.relay().hasNoIMessageFor("ada@example.com");

      var id = tuco.submits(SubmitMessage.text("hello", person));
      tuco.runsDueWork();

      assertThat(tuco.relay().checked()).containsExactly(ADA, "+12025550101", "ada@example.com");
      assertThat(tuco.relay().sent()).isEmpty();
      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FALLBACK);
      assertThat(tuco.message(id).progress().reason())
          .contains(
              "Prospect's iMessage not available on +12025550100, +12025550101, ada@example.com");
      assertThat(tuco.published()).containsExactly(EventName.MESSAGE_FALLBACK);
    }

    @Test
    void goesOnToTheNextAddressAfterError22() {
      var person = RecipientWords.nobody().withPhone(ADA).withEmail("ada@example.com");
      tuco.relay().findsNoIMessageWhenSending();

      var id = tuco.submits(SubmitMessage.text("hello", person));
      tuco.passes(Duration.ofMinutes(1));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.relay().textsTo("ada@example.com")).hasSize(1);
      assertThat(tuco.relay().textsTo(ADA)).isEmpty();
    }

    @Test
    void outlastsADeviceThatIsAwayForAMinute() {
      tuco.relay().isAwayForTheNextCheck();
      tuco.relay().isAwayForTheNextCheck();
      tuco.relay().isAwayForTheNextCheck();

      var id = tuco.submits(aText("hello"));
      tuco.passes(Duration.ofMinutes(4));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    }

    @Test
    void failsAfterALookUpAndThreeRetriesWithoutAnAnswer() {
      tuco.relay().failsTheNextCheck();
      tuco.relay().failsTheNextCheck();
      tuco.relay().failsTheNextCheck();
      tuco.relay().failsTheNextCheck();

      var id = tuco.submits(aText("hello"));
      tuco.passes(Duration.ofMinutes(1));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.message(id).progress().errorMessage()).contains("Availability check failed");
      assertThat(tuco.relay().checked()).hasSize(4);
    }
  }

  @Nested
  class WhenNothingLeft {

    @Test
    void triesAgainAfterAMinute() {
      tuco.relay().refusesTheConnection();

      var id = tuco.submits(aText("hello"));
      tuco.runsDueWork();
      var waiting = tuco.message(id);
      tuco.passes(Duration.ofSeconds(60));

      assertThat(waiting.status()).isEqualTo(MessageStatus.PENDING);
      assertThat(waiting.progress().reason()).contains(Reasons.RETRY_SCHEDULED);
      assertThat(waiting.progress().nextAttemptAt()).isPresent();
      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.relay().sent()).hasSize(1);
    }

    @Test
    void givesUpAfterFiveAttempts() {
      for (var attempt = 0; attempt < 5; attempt++) {
        tuco.relay().refusesTheConnection();
      }

      var id = tuco.submits(aText("hello"));
      tuco.passes(Duration.ofMinutes(10));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.message(id).progress().attempts()).isEqualTo(5);
      assertThat(tuco.published()).containsExactly(EventName.MESSAGE_FAILED);
    }

    @Test
    void failsAtOnceWhenTheTextIsRefused() {
      tuco.relay().refusesTheText();

      var id = tuco.submits(aText("hello"));
      tuco.runsDueWork();

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void failsWhenPlaceholdersLeaveNothingToSay() {
      var id = tuco.submits(aText("{{companyName}}"));

      tuco.runsDueWork();

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.relay().sent()).isEmpty();
    }
  }
}
