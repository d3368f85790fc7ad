package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Reasons;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an attempt changes of other messages, and what changes a message after its attempt. */
abstract class MessageAftermathContract {

  private static final String LANE = "device:" + id(0xd1);
  private static final String OTHER = "device:" + id(0xd2);
  private static final String LINE = id(0x71);
  private static final String LEAD = id(0x1ead);

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void turnsWhatElseWaitsForTheLineAndThePersonIntoFollowUps() {
    insert(LANE, firstTouch(1));
    insert(OTHER, firstTouch(2).dueAt(NOW.plusSeconds(60)));

    assertThat(messages.becomeKnown(LINE, List.of(LEAD))).isTrue();

    assertThat(messages.heads(queueOf(firstTouch(1), LANE), 9)).isEmpty();
    assertThat(ids(messages.heads(queueOf(firstTouch(1), LANE).known(), 9))).containsExactly(id(1));
    assertThat(ids(messages.heads(queueOf(firstTouch(2), OTHER).known(), 9)))
        .containsExactly(id(2));
    assertThat(messages.nextDue(OTHER)).contains(NOW.plusSeconds(60));
  }

  @Test
  void changesNothingElseOfThem() {
    insert(LANE, aSendingMessage("s-1"));
    var waiting = insert(LANE, firstTouch(1));

    messages.becomeKnown(LINE, List.of(LEAD));

    var known =
        waiting.withProgress(
            waiting.progress().presumingFirstTouch(false), waiting.timeline().updatedAt());
    assertThat(messages.find(WORKSPACE, waiting.id())).contains(known);
    assertThat(messages.beginSend(aSendingMessage("s-2").withId(id(1)).build(), LANE)).isTrue();
  }

  @Test
  void leavesOtherLinesAndOtherPeopleAlone() {
    insert(LANE, aSendingMessage("s-1"));
    insert(LANE, firstTouch(1).fromLine(id(0x72)));
    insert(LANE, firstTouch(2).forLead(id(0x2ead)));

    assertThat(messages.becomeKnown(LINE, List.of(LEAD))).isFalse();

    assertThat(messages.heads(queueOf(firstTouch(1).fromLine(id(0x72)), LANE), 9)).hasSize(1);
    assertThat(messages.heads(queueOf(firstTouch(2), LANE), 9)).hasSize(1);
  }

  @Test
  void leavesAloneWhatWaitsAsAFollowUpOrWaitsNoMore() {
    insert(LANE, aSendingMessage("s-1"));
    insert(LANE, aMessage().withId(id(1)).fromLine(LINE).forLead(LEAD));
    var ended = insert(LANE, firstTouch(2).withStatus(MessageStatus.FAILED));

    assertThat(messages.becomeKnown(LINE, List.of(LEAD))).isFalse();

    assertThat(messages.find(WORKSPACE, id(2))).contains(ended);
  }

  @Test
  void putsTheMessageItselfBackAsAFollowUp() {
    insert(LANE, aSendingMessage("s-1"));
    var again = waitingAgain(NOW.plusSeconds(60));
    var touched = again.withProgress(again.progress().touching(List.of(LINE + ":" + LEAD)), NOW);

    messages.record("s-1", touched, Optional.of(LANE), List.of());

    assertThat(messages.find(WORKSPACE, touched.id())).contains(touched);
    assertThat(messages.heads(WaitingQueue.of(touched, LANE), 9)).containsExactly(touched);
  }

  @Test
  void amendsAMessageWhoseStatusIsStillTheOneThatWasSeen() {
    var sent = insert(LANE, aMessage().withStatus(MessageStatus.SENT));
    var delivered = sent.delivered(NOW.plusMillis(1), NOW.plusMillis(2));

    assertThat(messages.amend(MessageStatus.SENT, delivered, List.of())).isTrue();

    assertThat(messages.find(WORKSPACE, sent.id())).contains(delivered);
  }

  @Test
  void amendsNothingWhoseStatusHasChanged() {
    var delivered = insert(LANE, aMessage().withStatus(MessageStatus.DELIVERED));
    var late = aMessage().withStatus(MessageStatus.SENT).build().failed("late", NOW);

    assertThat(messages.amend(MessageStatus.SENT, late, List.of())).isFalse();

    assertThat(messages.find(WORKSPACE, delivered.id())).contains(delivered);
  }

  @Test
  void amendsNothingOfAnotherWorkspaceOrUnderAnUnknownId() {
    var sent = insert(LANE, aMessage().withStatus(MessageStatus.SENT));
    var foreign = aMessage().inWorkspace(OTHER_WORKSPACE).withStatus(MessageStatus.FAILED);

    assertThat(messages.amend(MessageStatus.SENT, foreign.build(), List.of())).isFalse();
    assertThat(messages.amend(MessageStatus.SENT, aMessage().withId(id(404)).build(), List.of()))
        .isFalse();

    assertThat(messages.find(WORKSPACE, sent.id())).contains(sent);
  }

  @Test
  void letsOneOfTwoRivalsAmend() {
    for (var round = 0; round < 50; round++) {
      var sent = insert(LANE, aMessage().withId(id(round)).withStatus(MessageStatus.SENT));

      var amended =
          Rivals.race(
              2,
              rival ->
                  messages.amend(
                      MessageStatus.SENT,
                      rival == 0 ? sent.delivered(NOW, NOW) : sent.failed("no", NOW),
                      List.of()));

      assertThat(amended).containsExactlyInAnyOrder(true, false);
    }
  }

  private Message insert(String laneId, MessageBuilder builder) {
    var message = builder.build();
    var lane = Optional.of(laneId).filter(any -> message.status().isWaiting());
    assertThat(messages.insert(message, lane, List.of())).isTrue();
    return message;
  }

  private static MessageBuilder firstTouch(int number) {
    return aMessage()
        .withId(id(number))
        .fromLine(LINE)
        .forLead(LEAD)
        .withProgress(Progress.none().presumingFirstTouch(true));
  }

  private static WaitingQueue queueOf(MessageBuilder message, String laneId) {
    return WaitingQueue.of(message.build(), laneId);
  }

  private static List<String> ids(List<Message> found) {
    return found.stream().map(Message::id).toList();
  }

  private static Message waitingAgain(Instant due) {
    var sending = aSendingMessage("s-1").build();
    var progress = sending.progress().waitingUntil(Optional.of(due), Reasons.RETRY_SCHEDULED);
    return sending.waitingAgain(progress.afterAttempt(), NOW.plusMillis(3));
  }
}
