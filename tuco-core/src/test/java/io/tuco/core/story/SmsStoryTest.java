package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.adaWithSecondPhone;
import static io.tuco.core.story.Requests.anSms;
import static io.tuco.core.story.Requests.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.FakeProvider;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Texts leave from an SMS line, or from the workspace's own account. */
final class SmsStoryTest {

  private static final String SECOND = "+12025550101";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private void hasAnSmsLine() {
    tuco.stores()
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(Fixtures.id(0x75))
                .withPhone("+12025550175")
                .overSms(Fixtures.anSmsAccount())
                .limitedTo(new LineLimits(50, 75, 50, Duration.ZERO))
                .build());
  }

  private List<String> texted() {
    return tuco.twilio().sent().stream().map(FakeProvider.Sent::address).toList();
  }

  @Nested
  class FromALine {

    @Test
    void leavesWithoutADevicesGap() {
      hasAnSmsLine();
      var one = tuco.submits(anSms("one"));
      var two = tuco.submits(ofType("sms", aTextTo(BOB, "two")));

      tuco.runsDueWork();

      assertThat(tuco.message(one).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(two).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(one).progress().externalId()).contains("SM1");
      assertThat(texted()).containsExactly(ADA, BOB);
      assertThat(tuco.relay().checked()).isEmpty();
    }

    @Test
    void countsInTheLinesCaps() {
      hasAnSmsLine();
      tuco.submits(anSms("one"));

      tuco.runsDueWork();

      var lane = tuco.stores().lanes().find("line:" + Fixtures.id(0x75)).orElseThrow();
      assertThat(lane.usageOf(Fixtures.id(0x75)).total()).isOne();
      assertThat(lane.usageOf(Fixtures.id(0x75)).firsts()).isOne();
    }
  }

  @Nested
  class FromTheWorkspacesAccount {

    @Test
    void leavesWhereThereIsNoSmsLine() {
      tuco.workspaceBecomes(Requests::withTexts);

      var id = tuco.submits(anSms("one"));
      tuco.runsDueWork();

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(id).origin().lineId()).isEmpty();
      assertThat(texted()).containsExactly(ADA);
    }

    @Test
    void keepsTheDeviceLineThatItIsLinkedTo() {
      tuco.workspaceBecomes(Requests::withTexts);

      var id = tuco.submits(anSms("one").from(tuco.line().id()));
      tuco.runsDueWork();

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(id).origin().lineId()).contains(tuco.line().id());
      assertThat(tuco.relay().sent()).isEmpty();
    }
  }

  @Nested
  class WhenTheNumberIsRefused {

    private SubmitMessage toAdasTwoPhones() {
      return ofType("sms", SubmitMessage.text("hello", adaWithSecondPhone(SECOND)));
    }

    @Test
    void goesOnToTheNextNumber() {
      hasAnSmsLine();
      tuco.twilio().answers(new Refused("21211: not a number", Scope.ADDRESS));

      var id = tuco.submits(toAdasTwoPhones());
      tuco.runsDueWork();

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(texted()).containsExactly(SECOND);
    }

    @Test
    void failsWhenNoNumberIsLeft() {
      hasAnSmsLine();
      tuco.twilio().answers(new Refused("21211: not a number", Scope.ADDRESS));
      tuco.twilio().answers(new Refused("21614: no mobile", Scope.ADDRESS));

      var id = tuco.submits(toAdasTwoPhones());
      tuco.passes(Duration.ofMinutes(10));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.message(id).progress().errorMessage()).contains("21614: no mobile");
      assertThat(texted()).isEmpty();
    }

    @Test
    void stopsForAPersonWhoHasOptedOutAndCancelsWhatElseWaits() {
      hasAnSmsLine();
      tuco.twilio().answers(new Refused("21610: unsubscribed", Scope.PERSON));
      var id = tuco.submits(toAdasTwoPhones());
      var sibling = tuco.submits(aText("by the other channel"));
      tuco.stores().devices().updateHealth(tuco.device().id(), SenderHealth.unknown());

      tuco.runsDueWork();

      var phones = List.of(new PhoneNumber(ADA), new PhoneNumber(SECOND));
      var entries = tuco.stores().doNotContact().find(tuco.workspace().id(), phones);
      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(entries).hasSize(2);
      assertThat(entries).allMatch(entry -> entry.source() == DoNotContact.Source.OPT_OUT);
      assertThat(tuco.message(sibling).status()).isEqualTo(MessageStatus.CANCELLED);
      assertThat(tuco.message(sibling).progress().reason()).contains(Reasons.OPTED_OUT);
      assertThat(texted()).isEmpty();
    }
  }

  @Nested
  class WhenTheAnswerIsMissing {

    @Test
    void isFoundAmongTheProvidersMessages() {
      hasAnSmsLine();
      tuco.twilio().swallowsTheAnswerButDelivers();

      var id = tuco.submits(anSms("hello"));
      tuco.passes(Duration.ofMinutes(10));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(texted()).containsExactly(ADA);
    }

    @Test
    void isSentAgainWhenTheProviderShowsNothingForFiveMinutes() {
      hasAnSmsLine();
      tuco.twilio().swallowsTheSend();

      var id = tuco.submits(anSms("hello"));
      tuco.passes(Duration.ofMinutes(5).minusSeconds(1));
      var before = tuco.message(id);
      tuco.passes(Duration.ofMinutes(3));

      assertThat(before.isUnknown()).isTrue();
      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(texted()).containsExactly(ADA);
    }

    @Test
    void holdsNothingElseBack() {
      hasAnSmsLine();
      tuco.twilio().swallowsTheSend();
      tuco.twilio().isSilent(true);

      var lost = tuco.submits(anSms("hello"));
      tuco.runsDueWork();
      var next = tuco.submits(ofType("sms", aTextTo(BOB, "two")));
      tuco.passes(Duration.ofHours(1));

      assertThat(tuco.message(lost).isUnknown()).isTrue();
      assertThat(tuco.message(next).status()).isEqualTo(MessageStatus.SENT);
    }
  }
}
