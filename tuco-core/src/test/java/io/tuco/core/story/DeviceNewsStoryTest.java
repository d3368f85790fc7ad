package io.tuco.core.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.RecipientWords;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Resolution;
import io.tuco.core.workspace.SmsFallback;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a device tells after its answer, or in its place (settled answers 11 and 12). */
final class DeviceNewsStoryTest {

  private static final String ADA = "+12025550100";

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T17:00:00Z");

  private String sends(String text) {
    var id = tuco.submits(SubmitMessage.text(text, RecipientWords.nobody().withPhone(ADA)));
    tuco.runsDueWork();
    return id;
  }

  private static Workspace withTwilio(Workspace workspace) {
    var account = Fixtures.anSmsAccount();
    return workspace.withSmsFallback(
        new SmsFallback(
            true,
            Optional.of(account.accountSid()),
            Optional.of(account.authToken()),
            account.from(),
            account.messagingServiceSid(),
            false,
            Optional.empty(),
            Optional.empty()),
        Fixtures.NOW);
  }

  private Message followUpOf(String id) {
    return tuco.message(tuco.message(id).progress().followUp().orElseThrow().messageId());
  }

  @Test
  void letsATextFollowWhatReachedNobodyAfterAll() {
    tuco.workspaceBecomes(DeviceNewsStoryTest::withTwilio);
    var id = sends("hello");
    var taken = tuco.message(id);

    tuco.engine().lateNews().failed("ROW-1", "No iMessage", true, tuco.now());
    tuco.passes(Duration.ofMinutes(1));

    assertThat(taken.status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FALLBACK);
    assertThat(followUpOf(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(followUpOf(id).content().text()).isEqualTo("hello");
    assertThat(tuco.twilio().sent()).hasSize(1);
  }

  @Test
  void letsNothingFollowWhatArrived() {
    tuco.workspaceBecomes(DeviceNewsStoryTest::withTwilio);
    var id = sends("hello");
    tuco.engine().lateNews().delivered("ROW-1", tuco.now(), tuco.now());

    var done = tuco.engine().lateNews().failed("ROW-1", "No iMessage", true, tuco.now());

    assertThat(done).isFalse();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.DELIVERED);
    assertThat(tuco.message(id).progress().followUp()).isEmpty();
  }

  @Test
  void canBeSettledByOrderThoughItsLineIsGone() {
    tuco.relay().swallowsTheAnswerButDelivers();
    tuco.relay().isSilent(true);
    var id = sends("hello");
    tuco.stores().lines().delete(tuco.line().id());

    var order = new Resolution(Resolution.Action.RESEND, "key:1", tuco.now());
    var after = tuco.engine().resolutions().resolve(tuco.workspace().id(), id, order, tuco.now());

    assertThat(after.orElseThrow().status()).isEqualTo(MessageStatus.FAILED);
    assertThat(after.orElseThrow().progress().errorMessage()).contains(Reasons.LINE_GONE);
  }

  @Test
  void goesOnWithTheLaneOnceAnUnknownIsSettled() {
    tuco.relay().swallowsTheAnswerButDelivers();
    tuco.relay().isSilent(true);
    var id = sends("hello");
    var next = sends("something else");
    var send = tuco.message(id).progress().send().orElseThrow();
    assertThat(tuco.message(id).isUnknown()).isTrue();

    tuco.engine().lateNews().left(send.id(), 0, "ROW-1", tuco.now());
    tuco.passes(Duration.ofMinutes(1));

    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.message(next).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.published()).contains(EventName.MESSAGE_SENT);
  }
}
