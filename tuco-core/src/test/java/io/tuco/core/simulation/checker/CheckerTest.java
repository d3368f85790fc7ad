package io.tuco.core.simulation.checker;

import static io.tuco.core.simulation.checker.Forged.ADA;
import static io.tuco.core.simulation.checker.Forged.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.simulation.log.Entry.Answer;
import io.tuco.core.simulation.log.Letter;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A judge that never convicts proves nothing: each rule finds its own forged crime. */
final class CheckerTest {

  private final Forged log = new Forged();

  private List<String> broken() {
    return log.judged().stream().map(Violation::rule).distinct().toList();
  }

  @Test
  void acquitsARunThatKeepsEveryPromise() {
    log.at(0).accepted("m1", ADA).sent("m1", ADA);
    log.at(40).accepted("m2", BOB).sent("m2", BOB);

    assertThat(log.judged()).isEmpty();
  }

  @Test
  void findsAMessageThatWasAcceptedAndIsNowhere() {
    log.claimedAccepted("m1");

    assertThat(broken()).containsExactly("nothing is lost");
  }

  @Test
  void findsAMessageThatNeverEnds() {
    log.accepted("m1", ADA);

    assertThat(broken()).containsExactly("nothing is lost");
  }

  @Test
  void findsAMessageThatIsSaidToBeSentAndNeverLeft() {
    log.accepted("m1", ADA)
        .shown("m1", "sending", "s1")
        .called("m1", "s1", ADA)
        .answered("s1", Answer.ACCEPTED)
        .shown("m1", "sent", "s1");

    assertThat(broken()).containsExactly("nothing is lost");
  }

  @Test
  void findsAMessageThatIsSaidToHaveFailedAndLeft() {
    log.accepted("m1", ADA)
        .shown("m1", "sending", "s1")
        .called("m1", "s1", ADA)
        .left("s1")
        .answered("s1", Answer.REFUSED)
        .shown("m1", "failed", "s1");

    assertThat(broken()).containsExactly("nothing is lost");
  }

  @Test
  void findsATextThatLeftTwice() {
    twice();

    assertThat(broken()).containsExactly("nothing is doubled");
  }

  @Test
  void letsATextLeaveTwiceByOrder() {
    log.at(0).accepted("m1", ADA).shown("m1", "sending", "s1").called("m1", "s1", ADA).left("s1");
    log.at(2).answered("s1", Answer.UNKNOWN).shownUnknown("m1", "s1").ordered("m1", "resend");
    log.shown("m1", "pending", "s1");
    log.at(60).shown("m1", "sending", "s2").called("m1", "s2", ADA).left("s2");
    log.answered("s2", Answer.ACCEPTED).shown("m1", "sent", "s2");

    assertThat(log.judged()).isEmpty();
  }

  private void twice() {
    log.at(0).accepted("m1", ADA).shown("m1", "sending", "s1").called("m1", "s1", ADA).left("s1");
    log.at(2).answered("s1", Answer.UNKNOWN).shownUnknown("m1", "s1").shown("m1", "pending", "s1");
    log.at(60).shown("m1", "sending", "s2").called("m1", "s2", ADA).left("s2");
    log.answered("s2", Answer.ACCEPTED).shown("m1", "sent", "s2");
  }

  @Test
  void findsACallBeforeItsIntent() {
    log.at(0).accepted("m1", ADA).called("m1", "early", ADA);
    log.at(40).sent("m1", ADA);

    assertThat(broken()).contains("intent comes first");
  }

  @Test
  void findsACallOutsideItsHours() {
    var hours =
        new Letter.Hours(
            ZoneId.of("UTC"),
            Optional.of(LocalTime.of(9, 0)),
            Optional.of(LocalTime.of(12, 0)),
            Set.of());

    log.at(0).accepted("m1", ADA, hours).sent("m1", ADA);

    assertThat(broken()).containsExactly("hours are kept");
  }

  @Test
  void findsACallAfterAnOptOut() {
    log.at(0).accepted("m1", ADA).optedOut(ADA);
    log.at(7).sent("m1", ADA);

    assertThat(broken()).containsExactly("opt-out is kept");
  }

  @Test
  void findsADeviceThatDidNotRest() {
    log.at(0).accepted("m1", ADA).sent("m1", ADA);
    log.at(31.9).accepted("m2", BOB).sent("m2", BOB);

    assertThat(broken()).containsExactly("gaps are kept");
  }

  @Test
  void findsALineThatMetPeopleTooFast() {
    log.limited(10, 10, 10, Duration.ofSeconds(60));
    log.at(0).accepted("m1", ADA).sent("m1", ADA);
    log.at(50).accepted("m2", BOB).sent("m2", BOB);

    assertThat(broken()).containsExactly("contact gap is kept");
  }

  @Test
  void findsADayWithOneMessageTooMany() {
    log.limited(1, 10, 10, Duration.ZERO);
    log.at(90_000).accepted("m1", ADA).sent("m1", ADA);
    log.at(91_000).accepted("m2", ADA).sent("m2", ADA);

    assertThat(broken()).containsExactly("caps are kept");
  }

  @Test
  void countsAMessageOfSeveralPartsOnce() {
    log.limited(1, 10, 10, Duration.ZERO);
    log.at(90_000).accepted("m1", ADA).part("m1", "s1", 0, ADA).shown("m1", "pending", "s1");
    log.at(90_060).part("m1", "s2", 1, ADA).shown("m1", "sent", "s2");

    assertThat(broken()).isEmpty();
  }

  @Test
  void findsADayWithOneNewContactTooMany() {
    log.limited(10, 1, 10, Duration.ZERO);
    log.at(90_000).accepted("m1", ADA).sent("m1", ADA);
    log.at(98_000).accepted("m2", BOB).sent("m2", BOB);

    assertThat(broken()).containsExactly("caps are kept");
  }

  @Test
  void countsNoNewContactWhereNothingLeft() {
    log.limited(10, 1, 10, Duration.ZERO);
    log.at(90_000).accepted("m1", ADA).shown("m1", "sending", "s1").called("m1", "s1", ADA);
    log.answered("s1", Answer.NOT_SENT).shown("m1", "cancelled", "s1");
    log.at(98_000).accepted("m2", BOB).sent("m2", BOB);

    assertThat(broken()).isEmpty();
  }

  @Test
  void findsAnHourWithOneNewContactTooMany() {
    log.limited(10, 10, 1, Duration.ZERO);
    log.at(90_600).accepted("m1", ADA).sent("m1", ADA);
    log.at(91_000).accepted("m2", BOB).sent("m2", BOB);

    assertThat(broken()).containsExactly("caps are kept");
  }

  @Test
  void findsATextThatFollowedAMessageOfUnknownOutcome() {
    log.at(0).accepted("m1", ADA).shown("m1", "sending", "s1").called("m1", "s1", ADA);
    log.at(60).answered("s1", Answer.UNKNOWN).shownUnknown("m1", "s1");
    log.at(100).followed("m2", "m1", ADA).sent("m2", ADA);
    log.at(300).shown("m1", "fallback", "s1");

    assertThat(broken()).containsExactly("fallback is kept");
  }

  @Test
  void findsAMessageThatWasOvertaken() {
    log.at(0).accepted("m0", ADA).sent("m0", ADA);
    log.at(40).accepted("m1", ADA);
    log.at(45).accepted("m2", ADA).sent("m2", ADA);
    log.at(90).sent("m1", ADA);

    assertThat(broken()).containsExactly("order is kept");
  }

  @Test
  void findsAnUnknownThatNobodyWasShown() {
    log.at(0).accepted("m1", ADA).shown("m1", "sending", "s1").called("m1", "s1", ADA);
    log.answered("s1", Answer.UNKNOWN).shown("m1", "failed", "s1");

    assertThat(broken()).containsExactly("unknown is shown");
  }

  @Test
  void findsAStatusThatMayNotFollow() {
    log.at(0).accepted("m1", ADA).sent("m1", ADA).shown("m1", "pending", "send-m1");
    log.shown("m1", "sending", "send-m1").shown("m1", "sent", "send-m1");

    assertThat(broken()).containsExactly("statuses are legal");
  }

  @Test
  void findsAHistoryThatDoesNotLeadToItsStatus() {
    log.told("m1", "pending", ">pending").told("m1", "sent", ">pending", "pending>sending");

    assertThat(broken()).containsExactly("history tells all");
  }

  @Test
  void findsAHistoryWithAGap() {
    log.told("m1", "sent", ">pending", "sending>sent");

    assertThat(broken()).containsExactly("history tells all");
  }

  @Test
  void findsAHistoryThatForgot() {
    log.told("m1", "pending", ">pending", "pending>sending", "sending>pending");
    log.told("m1", "pending", ">pending");

    assertThat(broken()).containsExactly("history tells all");
  }

  @Test
  void findsAHistoryWithoutABeginning() {
    log.told("m1", "sending", "pending>sending");

    assertThat(broken()).containsExactly("history tells all");
  }

  @Test
  void findsAHistoryThatDoesWhatMayNotBe() {
    log.told("m1", "sent", ">pending", "pending>sent");

    assertThat(broken()).containsExactly("history tells all");
  }

  @Test
  void letsAHistoryTellOfNewsWithoutAMove() {
    log.told("m1", "sent", ">pending", "pending>sending", "sending>sending", "sending>sent");

    assertThat(broken()).isEmpty();
  }

  @Test
  void findsWhatTheEngineThrew() {
    log.broke();

    assertThat(broken()).containsExactly("nothing broke");
  }
}
