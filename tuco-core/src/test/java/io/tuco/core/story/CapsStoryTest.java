package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.CAROL;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.line.LineLimits;
import io.tuco.core.line.LineUsage;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A line's caps hold whatever happens, and hold no longer than they must. */
final class CapsStoryTest {

  private static final Instant MIDNIGHT = Instant.parse("2027-03-13T00:00:00Z");

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private void limits(int firsts, int total, int hourFirsts) {
    tuco.lineIsLimitedTo(new LineLimits(firsts, total, hourFirsts, Duration.ZERO));
  }

  private LineUsage usage() {
    return tuco.stores().lanes().find(tuco.line().laneId()).map(this::usageIn).orElseThrow();
  }

  private LineUsage usageIn(Lane lane) {
    return lane.usageOf(tuco.line().id());
  }

  private MessageStatus statusOf(String id) {
    return tuco.message(id).status();
  }

  @Test
  void sendsAllThatTheDayAllowsAndHoldsTheNext() {
    limits(100, 75, 100);
    IntStream.range(0, 75).forEach(person -> tuco.submits(aTextTo(person, "hello")));
    var last = tuco.submits(aTextTo(75, "hello"));

    tuco.passes(Duration.ofHours(2));

    var hold = tuco.explanationOf(last).orElseThrow();
    assertThat(tuco.relay().sent()).hasSize(75);
    assertThat(statusOf(last)).isEqualTo(MessageStatus.PENDING);
    assertThat(hold.by()).isEqualTo(HeldBy.DAILY_TOTAL_LIMIT);
    assertThat(hold.until()).contains(MIDNIGHT);
    assertThat(hold.detail()).contains("75").contains("UTC");
    tuco.passes(Duration.between(tuco.now(), MIDNIGHT).minusMillis(1));
    assertThat(tuco.relay().sent()).hasSize(75);
    tuco.passes(Duration.ofMillis(1));
    assertThat(statusOf(last)).isEqualTo(MessageStatus.SENT);
    assertThat(usage().total()).isOne();
  }

  @Test
  void schedulesWhatIsAcceptedAfterTheDayIsUsedUp() {
    limits(1, 1, 1);
    tuco.submits(aText("hello"));
    tuco.runsDueWork();

    var late = tuco.message(tuco.submits(aTextTo(BOB, "hello")));

    assertThat(late.status()).isEqualTo(MessageStatus.SCHEDULED);
    assertThat(late.progress().reason()).contains(Reasons.DAILY_LIMIT);
    assertThat(late.timeline().scheduledFor()).contains(Instant.parse("2027-03-13T14:00:00Z"));
    tuco.passes(Duration.ofHours(23));
    assertThat(statusOf(late.id())).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void countsASecondMessageToSomebodyMetTodayAsAFollowUp() {
    limits(50, 75, 50);
    var first = tuco.submits(aText("one"));
    var second = tuco.submits(aText("two"));

    tuco.passes(Duration.ofMinutes(1));

    assertThat(statusOf(first)).isEqualTo(MessageStatus.SENT);
    assertThat(statusOf(second)).isEqualTo(MessageStatus.SENT);
    assertThat(usage().firsts()).isOne();
    assertThat(usage().total()).isEqualTo(2);
  }

  @Test
  void letsFollowUpsGoWhenNewContactsAreUsedUp() {
    limits(1, 75, 50);
    tuco.submits(aText("one"));
    var stranger = tuco.submits(aTextTo(BOB, "hello"));
    var followUp = tuco.submits(aText("two"));

    tuco.passes(Duration.ofMinutes(5));

    assertThat(statusOf(followUp)).isEqualTo(MessageStatus.SENT);
    assertThat(statusOf(stranger)).isEqualTo(MessageStatus.PENDING);
    assertThat(tuco.explanationOf(stranger).orElseThrow().by()).isEqualTo(HeldBy.DAILY_NEW_LIMIT);
  }

  @Test
  void holdsNewContactsUntilTheNextHour() {
    limits(50, 75, 2);
    tuco.submits(aText("hello"));
    tuco.submits(aTextTo(BOB, "hello"));
    var third = tuco.submits(aTextTo(CAROL, "hello"));

    tuco.passes(Duration.ofMinutes(59));

    var hold = tuco.explanationOf(third).orElseThrow();
    assertThat(hold.by()).isEqualTo(HeldBy.HOURLY_FIRST_TOUCH_LIMIT);
    assertThat(hold.until()).contains(Instant.parse("2027-03-12T16:00:00Z"));
    tuco.passes(Duration.ofMinutes(1));
    assertThat(statusOf(third)).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void givesThePlaceOfAFallbackBackInTheTotalButNotAmongNewContacts() {
    limits(50, 75, 50);
    tuco.relay().hasNoIMessageFor(ADA);

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(statusOf(id)).isEqualTo(MessageStatus.FALLBACK);
    assertThat(usage().total()).isZero();
    assertThat(usage().firsts()).isOne();
    assertThat(usage().hourFirsts()).isOne();
  }

  @Test
  void countsInItsDayWhatSeemedNotToHaveLeftAndHad() {
    limits(50, 75, 50);
    tuco.relay().swallowsTheAnswerAndFailsWith(41);
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();
    var before = usage().total();
    var send = tuco.message(id).progress().send().orElseThrow();

    tuco.engine().lateNews().left(send.id(), 0, "ROW-1", tuco.now());
    tuco.engine().lateNews().left(send.id(), 0, "ROW-1", tuco.now());

    assertThat(before).isZero();
    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(usage().total()).isOne();
    assertThat(usage().firsts()).isOne();
  }

  @Test
  void countsLateNewsOfYesterdayInNoOtherDay() {
    limits(50, 75, 50);
    tuco.relay().swallowsTheAnswerAndFailsWith(41);
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();
    var send = tuco.message(id).progress().send().orElseThrow();
    tuco.passes(Duration.ofDays(1));
    tuco.submits(aTextTo(BOB, "today"));
    tuco.runsDueWork();

    tuco.engine().lateNews().left(send.id(), 0, "ROW-1", tuco.now());

    assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    assertThat(usage().total()).isOne();
  }

  @Test
  void givesThePlacesBackOfWhatNeverLeft() {
    limits(50, 75, 50);
    tuco.relay().isAwayForTheNextCheck();

    tuco.submits(aText("hello"));
    tuco.runsDueWork();
    var away = usage();
    tuco.passes(Duration.ofMinutes(2));

    assertThat(away.total()).isZero();
    assertThat(away.firsts()).isZero();
    assertThat(usage().total()).isOne();
    assertThat(usage().firsts()).isOne();
  }

  @Test
  void remembersThePlacesTakenBeforeARestart() {
    limits(50, 2, 50);
    tuco.submits(aText("one"));
    tuco.submits(aTextTo(BOB, "two"));
    var third = tuco.submits(aTextTo(CAROL, "three"));
    tuco.passes(Duration.ofMinutes(2));

    tuco.restartsAfterACrash();
    tuco.passes(Duration.ofMinutes(5));

    assertThat(tuco.relay().sent()).hasSize(2);
    assertThat(statusOf(third)).isEqualTo(MessageStatus.PENDING);
    assertThat(tuco.message(third).progress().send()).isEmpty();
  }

  @Test
  void countsAMessageOnTheDayItIsReallySent() {
    limits(50, 75, 50);
    tuco.passes(Duration.ofHours(9).minusSeconds(10));
    tuco.submits(aText("today"));
    tuco.submits(aTextTo(BOB, "tomorrow"));

    tuco.passes(Duration.ofMinutes(1));

    assertThat(tuco.relay().sent()).hasSize(2);
    assertThat(usage().day()).isEqualTo("2027-03-13");
    assertThat(usage().total()).isOne();
  }
}
