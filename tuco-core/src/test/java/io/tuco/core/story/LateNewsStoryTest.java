package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static io.tuco.core.story.Requests.aTextTo;
import static io.tuco.core.story.Requests.withFiles;
import static io.tuco.core.story.Requests.withTextOnFailure;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.event.EventName;
import io.tuco.core.harness.FakeRelay;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.message.MessageStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What devices and carriers tell late, twice or out of order never lowers a status. */
final class LateNewsStoryTest {

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  @BeforeEach
  void hasAnAccountForTexts() {
    tuco.workspaceBecomes(Requests::withTexts);
  }

  private String sendOf(String id) {
    return tuco.message(id).progress().send().orElseThrow().id();
  }

  private boolean left(String sendId, int part, String reference) {
    return tuco.engine().lateNews().left(sendId, part, reference, tuco.now());
  }

  private boolean failed(String reference, boolean noIMessage) {
    return tuco.engine().lateNews().failed(reference, "Undelivered", noIMessage, tuco.now());
  }

  private boolean delivered(String reference) {
    return tuco.engine().lateNews().delivered(reference, tuco.now(), tuco.now());
  }

  private MessageStatus statusOf(String id) {
    return tuco.message(id).status();
  }

  private String isSent() {
    var id = tuco.submits(withTextOnFailure(aText("hello")));
    tuco.runsDueWork();
    return id;
  }

  @Nested
  class ThatItLeft {

    @Test
    void settlesAnUnknownAtOnceAndFreesTheDevice() {
      tuco.relay().swallowsTheAnswerButDelivers();
      tuco.relay().isSilent(true);
      var id = isSent();
      var next = tuco.submits(aTextTo(BOB, "next"));

      assertThat(left(sendOf(id), 0, "ROW-1")).isTrue();

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(id).progress().externalId()).contains("ROW-1");
      tuco.passes(Duration.ofMinutes(2));
      assertThat(statusOf(next)).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT, EventName.MESSAGE_SENT);
    }

    @Test
    void recoversAFailure() {
      tuco.relay().swallowsTheAnswerAndFailsWith(41);
      var id = isSent();
      var before = statusOf(id);

      left(sendOf(id), 0, "ROW-1");

      assertThat(before).isEqualTo(MessageStatus.FAILED);
      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
    }

    @Test
    void keepsWhatWaitsToBeSentAgainFromBeingSentAgain() {
      tuco.relay().refusesTheConnection();
      var id = isSent();

      assertThat(left(sendOf(id), 0, "ROW-1")).isTrue();
      tuco.passes(Duration.ofMinutes(5));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.relay().sent()).isEmpty();
    }

    @Test
    void countsForAnEarlierSendToo() {
      tuco.relay().refusesTheConnection();
      tuco.relay().refusesTheConnection();
      var id = isSent();
      var first = sendOf(id);
      tuco.passes(Duration.ofSeconds(61));

      assertThat(sendOf(id)).isNotEqualTo(first);
      assertThat(left(first, 0, "ROW-1")).isTrue();
      tuco.passes(Duration.ofMinutes(5));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.relay().sent()).isEmpty();
    }

    @Test
    void isNoNewsOfWhatIsKnown() {
      var id = isSent();

      assertThat(left(sendOf(id), 0, "ROW-1")).isFalse();
      assertThat(left("no such send", 0, "ROW-1")).isFalse();

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT);
    }

    @Test
    void doesNotRaiseTheDeadWhoseLossIsProved() {
      var id = isSent();
      failed("ROW-1", false);

      assertThat(left(sendOf(id), 0, "ROW-1")).isFalse();

      assertThat(statusOf(id)).isEqualTo(MessageStatus.FAILED);
    }

    @Test
    void doesNotLiftACancellation() {
      tuco.relay().refusesTheConnection();
      var id = isSent();
      var lead = tuco.message(id).origin().leadId().orElseThrow();
      tuco.engine().cancellations().ofLead(tuco.workspace().id(), lead, tuco.now());

      assertThat(left(sendOf(id), 0, "ROW-1")).isFalse();

      assertThat(statusOf(id)).isEqualTo(MessageStatus.CANCELLED);
    }
  }

  @Nested
  class OfOnePartAmongSeveral {

    private List<String> sent() {
      return tuco.relay().sent().stream().map(FakeRelay.Sent::text).toList();
    }

    @Test
    void leavesTheOthersToBeSent() {
      tuco.relay().refusesTheConnection();
      var id = tuco.submits(withFiles(aText("hello"), "a.png"));
      tuco.runsDueWork();

      assertThat(left(sendOf(id), 0, "ROW-9")).isTrue();
      tuco.passes(Duration.ofMinutes(2));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(id).progress().externalId()).contains("ROW-9");
      assertThat(sent()).containsExactly("a.png");
    }

    @Test
    void sendsNothingAgainOnceThatIsTheLastOne() {
      tuco.relay().takesTheNextSend();
      tuco.relay().refusesTheConnection();
      var id = tuco.submits(withFiles(aText("hello"), "a.png"));
      tuco.runsDueWork();

      assertThat(left(sendOf(id), 1, "ROW-9")).isTrue();
      tuco.passes(Duration.ofMinutes(2));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(id).progress().externalId()).contains("ROW-1");
      assertThat(sent()).containsExactly("hello");
    }

    // The relay tells of every text that leaves; that of the first part says nothing of the second.
    @Test
    void doesNotMakeAFailureOfAnotherPartASuccess() {
      tuco.relay().takesTheNextSend();
      tuco.relay().answers(new Refused("too large", Scope.MESSAGE));
      var id = tuco.submits(withFiles(aText("hello"), "a.png"));
      tuco.runsDueWork();

      assertThat(left(sendOf(id), 0, "ROW-1")).isFalse();

      assertThat(statusOf(id)).isEqualTo(MessageStatus.FAILED);
    }
  }

  @Nested
  class ThatItArrivedOrFailed {

    @Test
    void isDelivered() {
      var id = isSent();

      assertThat(delivered("ROW-1")).isTrue();
      assertThat(delivered("ROW-1")).isFalse();
      assertThat(delivered("ROW-404")).isFalse();

      assertThat(statusOf(id)).isEqualTo(MessageStatus.DELIVERED);
      assertThat(tuco.published())
          .containsExactly(EventName.MESSAGE_SENT, EventName.MESSAGE_DELIVERED);
    }

    @Test
    void fallsBackAfterAllAndATextFollows() {
      var id = tuco.submits(aText("Hi {{firstName|there}} {name}"));
      tuco.runsDueWork();

      assertThat(failed("ROW-1", true)).isTrue();
      tuco.passes(Duration.ofMinutes(1));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.FALLBACK);
      assertThat(tuco.message(id).checkedAddresses()).containsExactly(ADA);
      assertThat(tuco.twilio().sent()).hasSize(1);
      assertThat(tuco.twilio().sent().get(0).text()).isEqualTo("Hi there {name}");
    }

    @Test
    void failsAfterAllAndIsNotTriedAgain() {
      var id = isSent();

      assertThat(failed("ROW-1", false)).isTrue();
      tuco.passes(Duration.ofMinutes(5));

      assertThat(statusOf(id)).isEqualTo(MessageStatus.FAILED);
      assertThat(tuco.message(id).progress().errorMessage()).contains("Undelivered");
      assertThat(tuco.relay().sent()).hasSize(1);
      assertThat(tuco.twilio().sent()).hasSize(1);
    }

    @Test
    void neverTakesADeliveryBack() {
      var id = isSent();
      delivered("ROW-1");

      assertThat(failed("ROW-1", true)).isFalse();
      assertThat(failed("ROW-1", false)).isFalse();

      assertThat(statusOf(id)).isEqualTo(MessageStatus.DELIVERED);
    }
  }
}
