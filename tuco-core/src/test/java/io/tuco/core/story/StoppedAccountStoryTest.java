package io.tuco.core.story;

import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.anSms;
import static io.tuco.core.story.Requests.ofType;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.line.DeviceProbe;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.SenderFault;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** An account of which an answer said that it serves nobody (Twilio contract, sections 2 and 3). */
final class StoppedAccountStoryTest {

  private static final NotSent NO_CREDENTIALS =
      NotSent.senderDown("Twilio refused the credentials (20003)");
  private static final DeviceProbe WELL = new DeviceProbe.Answered(false, 0);

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private MessageStatus statusOf(String id) {
    return tuco.message(id).status();
  }

  @Nested
  class OfTheWorkspace {

    private String isRefused() {
      tuco.workspaceBecomes(Requests::withTexts);
      tuco.twilio().answers(NO_CREDENTIALS);
      var id = tuco.submits(anSms("hello"));
      tuco.runsDueWork();
      return id;
    }

    @Test
    void isNotTriedAgainAndSaysWhy() {
      var id = isRefused();

      tuco.passes(Duration.ofHours(3));

      var hold = tuco.explanationOf(id).orElseThrow();
      assertThat(statusOf(id)).isEqualTo(MessageStatus.PENDING);
      assertThat(tuco.message(id).progress().attempts()).isOne();
      assertThat(hold.by()).isEqualTo(HeldBy.NO_HEALTHY_LINE);
      assertThat(hold.detail()).contains("Twilio refused the credentials (20003)");
    }

    @Test
    void isUsedAgainOnceItsConfigurationHasChanged() {
      var id = isRefused();

      tuco.workspaceBecomes(Requests::withTexts);
      tuco.engine().senders().changed(tuco.workspace(), tuco.now());
      tuco.passes(Duration.ofMinutes(2));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void isSaidToBeStoppedWhenTheNextTextIsAccepted() {
      isRefused();
      tuco.workspaceBecomes(seen -> tuco.stores().workspaces().find(seen.id()).orElseThrow());

      var accepted = (SubmissionResult.Accepted) tuco.tries(ofType("sms", aTextTo(BOB, "two")));

      assertThat(accepted.hold().orElseThrow().reason())
          .isEqualTo("No healthy line; waiting for a line.");
    }

    @Test
    void isNotStoppedByTextsThatAreRefusedForTheirOwnSake() {
      tuco.workspaceBecomes(Requests::withTexts);
      for (var person = 0; person < 10; person++) {
        tuco.twilio().answers(new DeliveryOutcome.Refused("Filtered (30007)", Scope.MESSAGE));
        tuco.submits(ofType("sms", aTextTo(person, "spam")));
        tuco.runsDueWork();
      }

      var next = tuco.submits(anSms("hello"));
      tuco.runsDueWork();

      assertThat(statusOf(next)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void isStoppedByACarriersReportOfWhatItSentBefore() {
      tuco.workspaceBecomes(Requests::withTexts);
      var id = tuco.submits(anSms("hello"));
      tuco.runsDueWork();
      tuco.passes(Duration.ofSeconds(1));

      tuco.engine()
          .senders()
          .reported(tuco.message(id), SenderFault.untilChanged("Suspended (30002)"), tuco.now());

      var stored = tuco.stores().workspaces().find(tuco.workspace().id()).orElseThrow();
      assertThat(stored.smsFallback().stop().orElseThrow().reason()).isEqualTo("Suspended (30002)");
    }
  }

  @Nested
  class OfTheWorkspaceForADay {

    private String afterTheLimitOfTheDay() {
      tuco.workspaceBecomes(Requests::withTexts);
      var sent = tuco.submits(anSms("hello"));
      tuco.runsDueWork();
      tuco.passes(Duration.ofSeconds(1));
      var fault = new SenderFault("Limit of today (63038)", SenderFault.Lasts.A_DAY);
      tuco.engine().senders().reported(tuco.message(sent), fault, tuco.now());
      return tuco.submits(ofType("sms", aTextTo(BOB, "two")));
    }

    @Test
    void waitsThatLong() {
      var id = afterTheLimitOfTheDay();

      tuco.passes(Duration.ofHours(23));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.PENDING);
    }

    @Test
    void isUsedAgainWithoutAnybodysHelp() {
      var id = afterTheLimitOfTheDay();

      tuco.passes(Duration.ofHours(25));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    }
  }

  @Nested
  class OfALine {

    private Line line() {
      return tuco.stores().lines().find(Fixtures.id(0x75)).orElseThrow();
    }

    private SenderHealth health() {
      return line().accountHealth().orElseThrow();
    }

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

    @Test
    void isNotBroughtBackByAProbeThatTestsLessThanASend() {
      hasAnSmsLine();
      tuco.twilio().answers(new DeliveryOutcome.Refused("Not enabled here (21408)", Scope.SENDER));
      var refused = tuco.submits(anSms("one"));
      tuco.runsDueWork();

      var probed = tuco.engine().senders().note(line(), health().after(WELL, tuco.now()));
      var next = tuco.submits(ofType("sms", aTextTo(BOB, "two")));
      tuco.passes(Duration.ofHours(30));

      assertThat(statusOf(refused)).isEqualTo(MessageStatus.FAILED);
      assertThat(probed).isFalse();
      assertThat(health().failures()).isEqualTo(List.of("Not enabled here (21408)"));
      assertThat(statusOf(next)).isEqualTo(MessageStatus.PENDING);
      assertThat(tuco.twilio().sent()).isEmpty();
    }

    @Test
    void isUsedAgainOnceSomebodyHasChangedIt() {
      hasAnSmsLine();
      tuco.twilio().answers(new DeliveryOutcome.Refused("Not enabled here (21408)", Scope.SENDER));
      tuco.submits(anSms("one"));
      tuco.runsDueWork();
      var next = tuco.submits(ofType("sms", aTextTo(BOB, "two")));
      tuco.passes(Duration.ofMinutes(1));

      tuco.stores()
          .lines()
          .update(line().withAccountHealth(SenderHealth.healthy(false, tuco.now())));
      tuco.engine().senders().changed(line(), tuco.now());
      tuco.passes(Duration.ofMinutes(1));

      assertThat(statusOf(next)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void isNotStoppedByAReportOfWhatItSentBeforeItWasChanged() {
      hasAnSmsLine();
      var id = tuco.submits(anSms("one"));
      tuco.runsDueWork();
      tuco.passes(Duration.ofMinutes(1));
      var changed =
          Fixtures.aLine()
              .withId(Fixtures.id(0x75))
              .withPhone("+12025550175")
              .overSms(Fixtures.anSmsAccount())
              .createdAt(tuco.now())
              .build();
      tuco.stores().lines().update(changed);
      tuco.engine().senders().changed(changed, tuco.now());

      tuco.engine()
          .senders()
          .reported(tuco.message(id), SenderFault.untilChanged("Suspended (30002)"), tuco.now());

      assertThat(health().stop()).isEqualTo(Optional.empty());
    }
  }
}
