package io.tuco.core.workspace;

import static io.tuco.core.fixture.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.Change;
import io.tuco.core.account.SmsSenderChange;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.secret.Sealed;
import io.tuco.core.workspace.SmsFallbackChange.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SmsFallbackChangeTest {

  private static final String SID = "AC0123456789abcdef0123456789abcdef";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final PhoneNumber NUMBER = new PhoneNumber("+12025550180");
  private static final SmsFallback NONE = SmsFallback.none();
  private static final SmsFallback WORKING = fallback(true, false);

  @Test
  void keepsWhatItDoesNotSpeakOf() {
    var after = aChange().appliedTo(WORKING, NOW);

    assertThat(after).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(WORKING);
    assertThat(after.updatedAt()).contains(NOW);
  }

  @Test
  void clearsWhatItSetsToNothing() {
    var everything =
        new SmsFallbackChange(
            Change.toNothing(),
            Change.toNothing(),
            Change.toNothing(),
            new SmsSenderChange(Change.toNothing(), Change.toNothing()),
            Change.toNothing());

    var after = everything.appliedTo(fallback(true, true), NOW);

    assertThat(after).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(NONE);
  }

  @Test
  void replacesTheNumberByTheServiceAndTheOtherWayRound() {
    var byService = sending(Change.none(), Change.to(SERVICE)).appliedTo(WORKING, NOW);
    var byNumber = sending(Change.to(NUMBER), Change.toNothing()).appliedTo(byService, NOW);

    assertThat(byService.from()).isEmpty();
    assertThat(byService.messagingServiceSid()).contains(SERVICE);
    assertThat(byNumber.from()).contains(NUMBER);
    assertThat(byNumber.messagingServiceSid()).isEmpty();
  }

  @Test
  void refusesTwoSendersAtOnce() {
    var both = sending(Change.to(NUMBER), Change.to(SERVICE));

    assertThat(both.refusal(NONE)).contains(Refusal.TWO_SENDERS);
  }

  @Test
  void refusesTextsAfterFailuresThatCouldNotBeSent() {
    var asked = following(true);

    assertThat(asked.refusal(NONE)).contains(Refusal.NOT_CONFIGURED);
    assertThat(asked.refusal(fallback(false, false))).contains(Refusal.NOT_CONFIGURED);
    assertThat(asked.refusal(WORKING)).isEmpty();
    assertThat(following(false).refusal(NONE)).isEmpty();
  }

  @Test
  void judgesByWhatHoldsAfterwards() {
    var inOneGo =
        new SmsFallbackChange(
            Change.to(true),
            Change.to(SID),
            Change.to(new Sealed("t")),
            new SmsSenderChange(Change.to(NUMBER), Change.none()),
            Change.to(true));
    var undone =
        new SmsFallbackChange(
            Change.none(), Change.none(), Change.toNothing(), noSender(), Change.to(true));

    assertThat(inOneGo.refusal(NONE)).isEmpty();
    assertThat(undone.refusal(WORKING)).contains(Refusal.NOT_CONFIGURED);
  }

  @Test
  void switchesOffEvenWhileTextsAfterFailuresAreAskedFor() {
    assertThat(switched(false).refusal(fallback(true, true))).isEmpty();
  }

  @Test
  void provesWhatBecomesCompleteOrOtherOrIsSwitchedOn() {
    var token = withToken(new Sealed("another"));

    assertThat(token.toProve(WORKING)).isPresent();
    assertThat(token.toProve(fallback(false, false))).isPresent();
    assertThat(switched(true).toProve(fallback(false, false))).isPresent();
    assertThat(sending(Change.to(NUMBER), Change.none()).toProve(withoutSender())).isPresent();
  }

  @Test
  void provesAnAccountThatWasStoppedAndTriesItAgain() {
    var stopped = WORKING.stoppedBy(AccountStop.untilChanged("refused (20003)", NOW));

    assertThat(following(true).toProve(stopped)).isPresent();
    assertThat(switched(false).toProve(stopped)).isEmpty();
    assertThat(following(true).appliedTo(stopped, NOW).stop()).isEmpty();
  }

  @Test
  void provesNothingElse() {
    assertThat(aChange().toProve(WORKING)).isEmpty();
    assertThat(following(true).toProve(WORKING)).isEmpty();
    assertThat(switched(true).toProve(WORKING)).isEmpty();
    assertThat(switched(false).toProve(WORKING)).isEmpty();
    assertThat(switched(true).toProve(NONE)).isEmpty();
    assertThat(withToken(new Sealed("t")).toProve(withoutSender())).isEmpty();
  }

  private static SmsFallback fallback(boolean enabled, boolean onFailed) {
    return new SmsFallback(
        enabled,
        Optional.of(SID),
        Optional.of(new Sealed("sealed")),
        Optional.of(NUMBER),
        Optional.empty(),
        onFailed,
        Optional.of(NOW.minusSeconds(60)),
        Optional.empty());
  }

  private static SmsFallback withoutSender() {
    return sending(Change.toNothing(), Change.toNothing()).appliedTo(WORKING, NOW);
  }

  private static SmsFallbackChange aChange() {
    return sending(Change.none(), Change.none());
  }

  private static SmsFallbackChange sending(Change<PhoneNumber> from, Change<String> service) {
    return new SmsFallbackChange(
        Change.none(),
        Change.none(),
        Change.none(),
        new SmsSenderChange(from, service),
        Change.none());
  }

  private static SmsFallbackChange switched(boolean on) {
    return new SmsFallbackChange(
        Change.to(on), Change.none(), Change.none(), noSender(), Change.none());
  }

  private static SmsFallbackChange withToken(Sealed token) {
    return new SmsFallbackChange(
        Change.none(), Change.none(), Change.to(token), noSender(), Change.none());
  }

  private static SmsFallbackChange following(boolean on) {
    return new SmsFallbackChange(
        Change.none(), Change.none(), Change.none(), noSender(), Change.to(on));
  }

  private static SmsSenderChange noSender() {
    return new SmsSenderChange(Change.none(), Change.none());
  }
}
