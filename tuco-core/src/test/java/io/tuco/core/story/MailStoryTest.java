package io.tuco.core.story;

import static io.tuco.core.story.Requests.aMailTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.line.LineLimits;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mail: the one channel on which something follows an unknown (settled answer 14). */
final class MailStoryTest {

  private static final String ADA = "ada@example.com";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  @BeforeEach
  void hasAMailbox() {
    tuco.stores()
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(Fixtures.id(0x76))
                .withoutPhone()
                .withEmail("clinic@example.com")
                .overMail(Fixtures.aMailAccount())
                .limitedTo(new LineLimits(500, 500, 0, Duration.ZERO))
                .build());
  }

  private MessageStatus statusOf(String id) {
    return tuco.message(id).status();
  }

  @Test
  void isSentOnceTheServerTookIt() {
    var id = tuco.submits(aMailTo(ADA, "hello"));

    tuco.runsDueWork();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.mail().sent()).hasSize(1);
  }

  @Test
  void isRepeatedOnceAfterAQuarterOfAnHourAndNeverAgain() {
    tuco.mail().swallowsTheAnswerButDelivers();
    tuco.mail().swallowsTheAnswerButDelivers();

    var id = tuco.submits(aMailTo(ADA, "hello"));
    tuco.passes(Duration.ofMinutes(15).minusSeconds(1));
    var before = tuco.mail().sent().size();
    tuco.passes(Duration.ofSeconds(2));
    var repeated = tuco.mail().sent().size();
    tuco.passes(Duration.ofDays(3));

    assertThat(before).isEqualTo(1);
    assertThat(repeated).isEqualTo(2);
    assertThat(tuco.mail().sent()).hasSize(2);
    assertThat(tuco.message(id).isUnknown()).isTrue();
    assertThat(tuco.explanationOf(id).orElseThrow().by()).isEqualTo(HeldBy.OUTCOME_UNKNOWN);
    assertThat(tuco.stores().lanes().inFlight()).isEmpty();
  }

  @Test
  void isSentWhenItsRepeatIsAnswered() {
    tuco.mail().swallowsTheSend();

    var id = tuco.submits(aMailTo(ADA, "hello"));
    tuco.passes(Duration.ofMinutes(16));

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(id).progress().attempts()).isEqualTo(2);
    assertThat(tuco.mail().sent()).hasSize(1);
  }

  @Test
  void letsOtherMailsGoOnWhileOneIsUnknown() {
    tuco.mail().swallowsTheSend();
    var lost = tuco.submits(aMailTo(ADA, "hello"));
    tuco.runsDueWork();

    var other = tuco.submits(aMailTo("bob@example.com", "hello"));
    tuco.runsDueWork();

    assertThat(tuco.message(lost).isUnknown()).isTrue();
    assertThat(statusOf(other)).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void staysUnknownThroughARestartWithoutAThirdMail() {
    tuco.mail().swallowsTheAnswerButDelivers();
    tuco.mail().swallowsTheAnswerButDelivers();
    var id = tuco.submits(aMailTo(ADA, "hello"));
    tuco.passes(Duration.ofMinutes(20));

    tuco.restartsAfterACrash();
    tuco.passes(Duration.ofDays(1));

    assertThat(tuco.message(id).isUnknown()).isTrue();
    assertThat(tuco.mail().sent()).hasSize(2);
  }

  @Test
  void isTriedAgainLaterAndLaterWhenItDidNotLeave() {
    IntStream.range(0, 4).forEach(attempt -> tuco.mail().answers(NotSent.because("451 later")));

    var id = tuco.submits(aMailTo(ADA, "hello"));
    tuco.passes(Duration.ofMinutes(64));
    var before = statusOf(id);
    tuco.passes(Duration.ofMinutes(34));

    assertThat(before).isEqualTo(MessageStatus.PENDING);
    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(id).progress().attempts()).isEqualTo(5);
  }

  @Test
  void failsForAnAddressThatTheServerRefuses() {
    tuco.mail().answers(new Refused("550 5.1.1 no such user", Scope.ADDRESS));

    var id = tuco.submits(aMailTo(ADA, "hello"));
    tuco.runsDueWork();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.FAILED);
    assertThat(tuco.message(id).progress().errorMessage()).contains("550 5.1.1 no such user");
  }

  @Test
  void sendsNoMoreAnHourThanTheMailboxMay() {
    IntStream.range(0, 41)
        .forEach(person -> tuco.submits(aMailTo("p" + person + "@example.com", "hello")));

    tuco.passes(Duration.ofMinutes(59));
    var before = tuco.mail().sent().size();
    tuco.passes(Duration.ofMinutes(1));

    assertThat(before).isEqualTo(40);
    assertThat(tuco.mail().sent()).hasSize(41);
  }
}
