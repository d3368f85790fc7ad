package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.withFiles;
import static io.tuco.core.story.Requests.withTextOnFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.HeldBy;
import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.FakeRelay;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Resolution;
import io.tuco.core.message.Resolution.Action;
import io.tuco.core.workspace.UnknownPolicy;
import io.tuco.core.workspace.Workspace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An unknown that the device never clears up: by the workspace's policy, or somebody's order. */
final class UnknownPolicyStoryTest {

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  @BeforeEach
  void hasAnAccountForTexts() {
    tuco.workspaceBecomes(Requests::withTexts);
  }

  private String isUnknownAndTheDeviceIsSilent() {
    tuco.relay().swallowsTheSend();
    tuco.relay().isSilent(true);
    var id = tuco.submits(withTextOnFailure(aText("hello")));
    tuco.passes(Duration.ofMinutes(5));
    return id;
  }

  private Optional<Message> orders(String id, Action action) {
    var order = new Resolution(action, "key-1", tuco.now());
    return tuco.engine().resolutions().resolve(tuco.workspace().id(), id, order, tuco.now());
  }

  private static Workspace resendingAfterSixHours(Workspace workspace) {
    return new Workspace(
        workspace.id(),
        workspace.name(),
        workspace.zone(),
        workspace.defaultRegion(),
        workspace.readOnlyReason(),
        workspace.rateLimits(),
        workspace.smsFallback(),
        UnknownPolicy.resendAfter(Duration.ofHours(6)),
        workspace.capDays(),
        workspace.doubleSendGuard(),
        workspace.answerTexts(),
        workspace.sendDefaults(),
        workspace.createdAt(),
        workspace.updatedAt());
  }

  @Test
  void isSentAgainAfterTheHoursThatTheWorkspaceChose() {
    tuco.workspaceBecomes(UnknownPolicyStoryTest::resendingAfterSixHours);
    var id = isUnknownAndTheDeviceIsSilent();

    tuco.passes(Duration.ofHours(6).minusMinutes(6));
    var before = tuco.message(id);
    tuco.passes(Duration.ofMinutes(5));

    assertThat(before.isUnknown()).isTrue();
    assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
    assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
  }

  @Test
  void holdsTheDeviceAndSaysSo() {
    var id = isUnknownAndTheDeviceIsSilent();
    var next = tuco.submits(aTextTo(BOB, "next"));

    tuco.passes(Duration.ofHours(3));

    assertThat(tuco.explanationOf(id).orElseThrow().by()).isEqualTo(HeldBy.OUTCOME_UNKNOWN);
    assertThat(tuco.message(next).status()).isEqualTo(MessageStatus.PENDING);
  }

  @Nested
  class ByOrder {

    @Test
    void isSentWhenSomebodyConfirmsIt() {
      var id = isUnknownAndTheDeviceIsSilent();

      var after = orders(id, Action.CONFIRM_SENT).orElseThrow();

      assertThat(after.status()).isEqualTo(MessageStatus.SENT);
      assertThat(after.progress().resolution().orElseThrow().by()).isEqualTo("key-1");
      assertThat(tuco.message(id)).isEqualTo(after);
      assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT);
    }

    @Test
    void failsWhenSomebodyConfirmsThatItWasNotSentAndATextFollows() {
      var id = isUnknownAndTheDeviceIsSilent();

      orders(id, Action.CONFIRM_NOT_SENT);
      tuco.passes(Duration.ofMinutes(2));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.twilio().sent()).hasSize(1);
    }

    @Test
    void isSentAgainWhenSomebodyOrdersIt() {
      var id = isUnknownAndTheDeviceIsSilent();

      var after = orders(id, Action.RESEND).orElseThrow();
      tuco.passes(Duration.ofMinutes(2));

      assertThat(after.status()).isEqualTo(MessageStatus.PENDING);
      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(id).progress().resolution()).isPresent();
      assertThat(tuco.relay().textsTo(ADA)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void freesTheDeviceForTheNextMessage(Action action) {
      var id = isUnknownAndTheDeviceIsSilent();
      var next = tuco.submits(aTextTo(BOB, "next"));

      orders(id, action);
      tuco.passes(Duration.ofMinutes(3));

      assertThat(tuco.message(next).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.stores().lanes().inFlight()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void isRefusedASecondTime(Action action) {
      var id = isUnknownAndTheDeviceIsSilent();
      orders(id, Action.CONFIRM_NOT_SENT);

      assertThat(orders(id, action)).isEmpty();
      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void isRefusedForAnythingThatIsNotUnknown(Action action) {
      var waiting = tuco.submits(aText("hello"));
      var before = tuco.message(waiting);

      assertThat(orders(waiting, action)).isEmpty();
      assertThat(orders(Fixtures.id(404), action)).isEmpty();
      assertThat(tuco.message(waiting)).isEqualTo(before);
    }

    @Test
    void sendsNoFurtherPartOfWhatSomebodyEnded() {
      tuco.relay().swallowsTheAnswerButDelivers();
      tuco.relay().isSilent(true);
      var id = tuco.submits(withFiles(aText("hello"), "a.png"));
      tuco.passes(Duration.ofMinutes(5));

      orders(id, Action.CONFIRM_NOT_SENT);
      tuco.relay().isSilent(false);
      tuco.passes(Duration.ofMinutes(30));

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.relay().sent().stream().map(FakeRelay.Sent::text)).containsExactly("hello");
    }
  }
}
