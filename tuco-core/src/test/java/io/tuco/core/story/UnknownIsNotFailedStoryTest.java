package io.tuco.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventName;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A send whose answer is missing is asked about, never repeated (dispatch safety, section 1). */
final class UnknownIsNotFailedStoryTest {

  private static final String ADA = "+12025550100";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T17:00:00Z");

  private static SubmitMessage aText(String text) {
    return SubmitMessage.text(text, RecipientWords.nobody().withPhone(ADA));
  }

  @Test
  void findsItOnTheDevice() {
    tuco.relay().swallowsTheAnswerButDelivers();

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(id).progress().externalId()).contains("ROW-1");
    assertThat(tuco.relay().sent()).hasSize(1);
  }

  @Test
  void staysVisibleWhileTheDeviceIsSilent() {
    tuco.relay().swallowsTheAnswerButDelivers();
    tuco.relay().isSilent(true);

    var id = tuco.submits(aText("hello"));
    var next = tuco.submits(aText("something else"));
    tuco.passes(Duration.ofHours(12));
    var before = tuco.message(id);
    tuco.relay().isSilent(false);
    tuco.passes(Duration.ofMinutes(1));

    assertThat(before.isUnknown()).isTrue();
    assertThat(before.status()).isEqualTo(MessageStatus.SENDING);
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT);
    tuco.passes(Duration.ofMinutes(1));
    assertThat(tuco.message(next).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void isTriedAgainOnlyOnceItsLifeOnTheDeviceIsOver() {
    tuco.relay().swallowsTheSend();

    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofSeconds(150 + 60 - 1));
    var before = tuco.message(id);
    tuco.passes(Duration.ofSeconds(60 + 60 + 1));

    assertThat(before.isUnknown()).isTrue();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().sent()).hasSize(1);
  }

  @Test
  void doesNotMistakeAnEarlierEqualTextForItsOwn() {
    tuco.submits(aText("hello"));
    tuco.passes(Duration.ofMinutes(1));
    tuco.relay().swallowsTheSend();

    var second = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(tuco.message(second).isUnknown()).isTrue();
    tuco.passes(Duration.ofMinutes(10));
    assertThat(tuco.message(second).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().sent()).hasSize(2);
  }

  @Test
  void fallsBackWhenTheRowSaysThatTheRecipientHasNoIMessage() {
    tuco.relay().swallowsTheAnswerAndFailsWith(22);

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FALLBACK);
  }

  @Test
  void failsWithTheRowsCode() {
    tuco.relay().swallowsTheAnswerAndFailsWith(41);

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    assertThat(tuco.message(id).progress().errorMessage().orElseThrow()).contains("41");
  }

  @Test
  void givesATimedOutRowTenMinutes() {
    tuco.relay().swallowsTheAnswerAndFailsWith(4);

    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofMinutes(9));
    var before = tuco.message(id);
    tuco.passes(Duration.ofMinutes(3));

    assertThat(before.isUnknown()).isTrue();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
  }

  @Test
  void settlesASendThatACrashCutOffAfterItLeft() {
    tuco.relay().crashesTheCaller(true);

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();
    var crashed = tuco.message(id).status();
    tuco.restartsAfterACrash();
    tuco.runsDueWork();

    assertThat(crashed).isEqualTo(MessageStatus.SENDING);
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().sent()).hasSize(1);
  }

  @Test
  void doesNotRepeatASendThatACrashCutOffBeforeTheDeviceHasHadItsTime() {
    tuco.relay().crashesTheCaller(false);

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();
    tuco.restartsAfterACrash();
    tuco.passes(Duration.ofSeconds(200));
    var before = tuco.message(id);
    tuco.passes(Duration.ofMinutes(3));

    assertThat(before.isUnknown()).isTrue();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().sent()).hasSize(1);
  }
}
