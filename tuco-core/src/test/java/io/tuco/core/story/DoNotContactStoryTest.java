package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.adaWithSecondPhone;
import static io.tuco.core.story.Requests.doNotContact;
import static io.tuco.core.story.Requests.withFiles;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.event.EventName;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nobody writes to a person who is not to be contacted, by whichever address (section 9). */
final class DoNotContactStoryTest {

  private static final String SECOND = "+12025550101";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private void enters(String phone) {
    tuco.stores().doNotContact().add(doNotContact(tuco.workspace().id(), phone));
  }

  @Test
  void failsAtAcceptWithItsReasonAndEvent() {
    enters(ADA);

    var id = tuco.submits(aText("hello"));
    tuco.passes(Duration.ofMinutes(1));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    assertThat(tuco.message(id).progress().reason()).contains(Reasons.DO_NOT_CONTACT);
    assertThat(tuco.message(id).progress().errorMessage()).contains(Reasons.DO_NOT_CONTACT);
    assertThat(tuco.stores().messages().undrained(9).get(0).events().get(0).name())
        .isEqualTo(EventName.MESSAGE_FAILED);
    assertThat(tuco.relay().checked()).isEmpty();
  }

  @Test
  void coversEveryAddressOfThePerson() {
    enters(SECOND);

    var id = tuco.submits(SubmitMessage.text("hello", adaWithSecondPhone(SECOND)));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
  }

  @Test
  void coversOneWorkspaceOnly() {
    tuco.stores().doNotContact().add(doNotContact("org_other", ADA));

    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
  }

  // The entry may come between the accept and the send; it is read after the intent is written.
  @Test
  void stopsASendThatHasItsIntentAlready() {
    var id = tuco.submits(aText("hello"));
    enters(ADA);

    tuco.runsDueWork();

    var lane = tuco.stores().lanes().find(tuco.line().laneId()).orElseThrow();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(tuco.message(id).progress().reason()).contains(Reasons.DO_NOT_CONTACT);
    assertThat(tuco.relay().checked()).isEmpty();
    assertThat(tuco.relay().sent()).isEmpty();
    assertThat(lane.inFlight()).isEmpty();
    assertThat(lane.usageOf(tuco.line().id()).total()).isZero();
    assertThat(lane.usageOf(tuco.line().id()).firsts()).isZero();
  }

  @Test
  void stopsTheFilesOfATextThatLeftBeforeTheProcessDied() {
    tuco.relay().crashesTheCaller(true);
    var id = tuco.submits(withFiles(aText("hello"), "a.png"));
    tuco.runsDueWork();
    enters(ADA);

    tuco.restartsAfterACrash();
    tuco.passes(Duration.ofMinutes(30));

    assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    assertThat(tuco.message(id).progress().errorMessage())
        .contains("Attachment a.png: " + Reasons.DO_NOT_CONTACT);
  }

  @Test
  void asksAgainWhenAFileIsTriedOnceMore() {
    tuco.relay().takesTheNextSend();
    tuco.relay().refusesTheConnection();
    var id = tuco.submits(withFiles(aText("hello"), "a.png"));
    tuco.runsDueWork();
    enters(ADA);

    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
  }

  @Test
  void takesNoGapForASendThatItStopped() {
    tuco.submits(aText("hello"));
    var next = tuco.submits(aTextTo(BOB, "next"));
    enters(ADA);

    tuco.passes(Duration.ofSeconds(46));

    assertThat(tuco.message(next).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void cancelsWhatWaitsWhenAPersonOptsOut() {
    var one = tuco.submits(SubmitMessage.text("one", adaWithSecondPhone(SECOND)));
    var two = tuco.submits(aText("two"));
    var other = tuco.submits(aTextTo(BOB, "hello"));

    tuco.engine()
        .optOuts()
        .enter(
            tuco.workspace().id(),
            Optional.empty(),
            Optional.of(new PhoneNumber(SECOND)),
            Optional.of("STOP"),
            tuco.now());
    tuco.passes(Duration.ofMinutes(2));

    var phones = List.of(new PhoneNumber(ADA), new PhoneNumber(SECOND));
    assertThat(tuco.stores().doNotContact().find(tuco.workspace().id(), phones)).hasSize(2);
    assertThat(List.of(one, two))
        .allMatch(id -> tuco.message(id).status() == MessageStatus.CANCELLED)
        .allMatch(
            id -> tuco.message(id).progress().reason().equals(Optional.of(Reasons.OPTED_OUT)));
    assertThat(tuco.message(other).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().textsTo(ADA)).isEmpty();
  }

  @Test
  void doesNotSettleAnUnknownAsIfNothingHadLeft() {
    tuco.relay().swallowsTheAnswerButDelivers();
    tuco.relay().isSilent(true);
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    enters(ADA);
    tuco.relay().isSilent(false);
    tuco.passes(Duration.ofMinutes(2));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
  }
}
