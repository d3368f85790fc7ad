package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.engine.Cancellations.Cancelled;
import io.tuco.core.event.EventName;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A cancellation wins or loses against the dispatcher, and nothing lies between (section 5). */
final class CancelStoryTest {

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private Cancelled cancelsToAda() {
    return tuco.engine()
        .cancellations()
        .to(tuco.workspace().id(), new PhoneNumber(ADA), tuco.now());
  }

  @Test
  void stopsWhatWaitsForThePersonAndNothingElse() {
    var one = tuco.submits(aText("one"));
    var two = tuco.submits(aText("two"));
    var other = tuco.submits(aTextTo(BOB, "hello"));

    var cancelled = cancelsToAda();
    tuco.passes(Duration.ofMinutes(3));

    assertThat(cancelled.messageIds()).containsExactly(one, two);
    assertThat(cancelled.leadId()).isEqualTo(tuco.message(one).origin().leadId());
    assertThat(tuco.message(one).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(tuco.message(one).progress().reason()).contains(Reasons.CANCELLED);
    assertThat(tuco.message(other).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().textsTo(ADA)).isEmpty();
    assertThat(tuco.published())
        .containsExactly(
            EventName.MESSAGE_CANCELLED, EventName.MESSAGE_CANCELLED, EventName.MESSAGE_SENT);
  }

  @Test
  void stopsAMessageThatWaitsForItsRetry() {
    tuco.relay().refusesTheConnection();
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    var cancelled = cancelsToAda();
    tuco.passes(Duration.ofMinutes(5));

    assertThat(cancelled.messageIds()).containsExactly(id);
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(tuco.relay().sent()).isEmpty();
  }

  @Test
  void comesTooLateForWhatMayHaveLeft() {
    tuco.relay().swallowsTheAnswerButDelivers();
    tuco.relay().isSilent(true);
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();

    var cancelled = cancelsToAda();
    tuco.relay().isSilent(false);
    tuco.passes(Duration.ofMinutes(2));

    assertThat(cancelled.messageIds()).isEmpty();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void findsNothingForAStranger() {
    var stranger = new EmailAddress("nobody@example.com");

    var cancelled = tuco.engine().cancellations().to(tuco.workspace().id(), stranger, tuco.now());

    assertThat(cancelled.leadId()).isEqualTo(Optional.empty());
    assertThat(cancelled.messageIds()).isEmpty();
  }

  @Test
  void findsThePersonByAnyOfTheirAddresses() {
    var id = tuco.submits(SubmitMessage.text("hello", Requests.adaWithSecondPhone("+12025550101")));

    var cancelled =
        tuco.engine()
            .cancellations()
            .to(tuco.workspace().id(), new PhoneNumber("+12025550101"), tuco.now());

    assertThat(cancelled.messageIds()).containsExactly(id);
  }
}
