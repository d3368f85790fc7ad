package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.History;
import io.tuco.core.message.HistoryEntry;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an attempt begins once and ends once, whoever else tries. */
abstract class MessageAttemptsContract {

  private static final String LANE = "device:" + id(0xd1);
  private static final String OTHER = "device:" + id(0xd2);

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void beginsAnAttemptOfAMessageThatWaitsInTheLane() {
    insert(LANE, aMessage());
    var sending = aSendingMessage("s-1").build();

    assertThat(messages.beginSend(sending, LANE)).isTrue();

    assertThat(messages.find(WORKSPACE, sending.id())).contains(sending);
    assertThat(messages.nextQueue(LANE, "")).isEmpty();
    assertThat(messages.nextWaitingLane("")).isEmpty();
    assertThat(messages.counts()).isEqualTo(new MessageCounts(0, 1, 0));
  }

  @Test
  void beginsAnAttemptFromEveryWaitingStatus() {
    insert(LANE, aMessage().withId(id(1)).withStatus(MessageStatus.QUEUED));
    insert(LANE, aMessage().withId(id(2)).scheduledFor(NOW));

    assertThat(messages.beginSend(aSendingMessage("s-1").withId(id(1)).build(), LANE)).isTrue();
    assertThat(messages.beginSend(aSendingMessage("s-2").withId(id(2)).build(), LANE)).isTrue();
  }

  @Test
  void beginsNothingInALaneTheMessageHasLeft() {
    insert(LANE, aMessage());
    var moved = aMessage().fromLine("line-2").build();
    messages.updateWaiting(moved, OTHER);

    assertThat(messages.beginSend(aSendingMessage("s-1").build(), LANE)).isFalse();
    assertThat(messages.find(WORKSPACE, moved.id())).contains(moved);
    assertThat(messages.beginSend(aSendingMessage("s-1").build(), OTHER)).isTrue();
  }

  @Test
  void beginsNothingThatWaitsNoMore() {
    insert(LANE, aMessage());
    var cancelled = aMessage().build().cancelled(Reasons.CANCELLED, NOW);
    messages.endWaiting(cancelled, List.of());

    assertThat(messages.beginSend(aSendingMessage("s-1").build(), LANE)).isFalse();
    assertThat(messages.find(WORKSPACE, cancelled.id())).contains(cancelled);
  }

  @Test
  void beginsNothingTwice() {
    insert(LANE, aMessage());
    var first = aSendingMessage("s-1").build();
    messages.beginSend(first, LANE);

    assertThat(messages.beginSend(aSendingMessage("s-2").build(), LANE)).isFalse();
    assertThat(messages.find(WORKSPACE, first.id())).contains(first);
  }

  @Test
  void beginsNothingOfAnotherWorkspaceOrUnderAnUnknownId() {
    var message = insert(LANE, aMessage());

    assertThat(begin(aSendingMessage("s-1").inWorkspace(OTHER_WORKSPACE))).isFalse();
    assertThat(begin(aSendingMessage("s-1").withId(id(404)))).isFalse();

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
    assertThat(messages.find(WORKSPACE, id(404))).isEmpty();
  }

  @Test
  void recordsWhatBecameOfAnAttempt() {
    insert(LANE, aSendingMessage("s-1"));
    var sent = aSendingMessage("s-1").build().sent("p:0/GUID-1", NOW.plusMillis(7));

    assertThat(record("s-1", sent)).isTrue();

    assertThat(messages.find(WORKSPACE, sent.id())).contains(sent);
    assertThat(messages.knownExternalIds(List.of("p:0/GUID-1"))).containsExactly("p:0/GUID-1");
    assertThat(messages.counts()).isEqualTo(new MessageCounts(0, 0, 0));
  }

  @Test
  void recordsAnUnknownOutcomeAndThenItsEnd() {
    insert(LANE, aSendingMessage("s-1"));
    var unknown = aSendingMessage("s-1").build().unknown(NOW, NOW.plusSeconds(1));
    var failed = unknown.failed("It never left.", NOW.plusSeconds(2));

    assertThat(record("s-1", unknown)).isTrue();
    assertThat(messages.counts()).isEqualTo(new MessageCounts(0, 0, 1));
    assertThat(record("s-1", failed)).isTrue();

    assertThat(messages.find(WORKSPACE, failed.id())).contains(failed);
  }

  @Test
  void takesNothingBackThatWasNotedMeanwhile() {
    var begun = insert(LANE, aSendingMessage("s-1"));
    var unknown = begun.unknown(NOW, NOW.plusSeconds(1));
    var sentUnaware = begun.sent("p:0/GUID-1", NOW.plusSeconds(2));

    record("s-1", unknown);
    record("s-1", sentUnaware);

    var told = messages.find(WORKSPACE, begun.id()).orElseThrow().timeline().history();
    assertThat(told.entries())
        .containsExactly(lastOf(unknown), lastOf(sentUnaware))
        .extracting(HistoryEntry::to)
        .containsExactly(MessageStatus.SENDING, MessageStatus.SENT);
  }

  @Test
  void keepsTheBeginningAndTheEndOfALongHistory() {
    var message = insert(LANE, aMessage());
    for (var turn = 0; turn < 40; turn++) {
      var sending = message.sending(send("s-" + turn), NOW.plusSeconds(turn));
      assertThat(messages.beginSend(sending, LANE)).isTrue();
      message = sending.waitingAgain(sending.progress(), NOW.plusSeconds(turn).plusMillis(1));
      assertThat(recordInto(LANE, "s-" + turn, message)).isTrue();
    }

    var found = messages.find(WORKSPACE, message.id()).orElseThrow();
    assertThat(found).isEqualTo(message);
    assertThat(found.timeline().history().entries()).hasSize(History.MOST);
    assertThat(found.timeline().history().leftOut()).isEqualTo(80 - History.MOST);
    assertThat(found.timeline().history().entries().get(0).at()).isEqualTo(NOW);
  }

  private static HistoryEntry lastOf(Message message) {
    var entries = message.timeline().history().entries();
    return entries.get(entries.size() - 1);
  }

  @Test
  void putsAMessageBackIntoALane() {
    insert(LANE, aSendingMessage("s-1"));
    var again = waitingAgain(NOW.plusSeconds(60));

    assertThat(recordInto(OTHER, "s-1", again)).isTrue();

    assertThat(messages.find(WORKSPACE, again.id())).contains(again);
    assertThat(messages.nextDue(OTHER)).contains(NOW.plusSeconds(60));
    assertThat(messages.nextDue(LANE)).isEmpty();
    assertThat(messages.beginSend(again.sending(send("s-2"), NOW), OTHER)).isTrue();
  }

  @Test
  void ignoresTheRecordOfAnotherAttempt() {
    var current = insert(LANE, aSendingMessage("s-2"));
    var stale = aSendingMessage("s-1").build().sent("p:0/GUID-1", NOW);

    var recorded = messages.record("s-1", stale, Optional.empty(), List.of(anEvent("evt_1", 1)));

    assertThat(recorded).isFalse();

    assertThat(messages.find(WORKSPACE, current.id())).contains(current);
    assertThat(messages.undrained(10)).isEmpty();
    assertThat(messages.knownExternalIds(List.of("p:0/GUID-1"))).isEmpty();
  }

  @Test
  void ignoresTheRecordOfAnAttemptThatHasEnded() {
    insert(LANE, aSendingMessage("s-1"));
    var sent = aSendingMessage("s-1").build().sent("p:0/GUID-1", NOW);
    record("s-1", sent);

    assertThat(record("s-1", aSendingMessage("s-1").build().failed("late", NOW))).isFalse();
    assertThat(messages.find(WORKSPACE, sent.id())).contains(sent);
  }

  @Test
  void ignoresARecordOfAMessageThatIsNotSending() {
    var delivered = insert(LANE, aMessage().withEverything().withStatus(MessageStatus.DELIVERED));
    var sendId = delivered.progress().send().orElseThrow().id();

    assertThat(record(sendId, delivered.withEvents(9))).isFalse();
    assertThat(messages.find(WORKSPACE, delivered.id())).contains(delivered);
  }

  @Test
  void ignoresARecordWhileTheMessageWaits() {
    insert(LANE, aSendingMessage("s-1"));
    var again = waitingAgain(NOW.plusSeconds(60));
    recordInto(LANE, "s-1", again);

    assertThat(record("s-1", aSendingMessage("s-1").build().failed("late", NOW))).isFalse();
    assertThat(messages.find(WORKSPACE, again.id())).contains(again);
    assertThat(messages.nextDue(LANE)).contains(NOW.plusSeconds(60));
  }

  @Test
  void ignoresTheRecordOfAnotherWorkspaceOrAnUnknownId() {
    var sending = insert(LANE, aSendingMessage("s-1"));
    var foreign = aSendingMessage("s-1").inWorkspace(OTHER_WORKSPACE).build();

    assertThat(record("s-1", foreign.failed("no", NOW))).isFalse();
    assertThat(record("s-1", aSendingMessage("s-1").withId(id(404)).build())).isFalse();

    assertThat(messages.find(WORKSPACE, sending.id())).contains(sending);
  }

  @Test
  void letsOneOfTwoRivalsBegin() {
    for (var round = 0; round < 100; round++) {
      var messageId = id(round);
      insert(LANE, aMessage().withId(messageId));

      var began = Rivals.race(2, rival -> begin(aSendingMessage("s-" + rival).withId(messageId)));

      assertThat(began).containsExactlyInAnyOrder(true, false);
      assertThat(messages.find(WORKSPACE, messageId))
          .contains(aSendingMessage("s-" + began.indexOf(true)).withId(messageId).build());
    }
  }

  @Test
  void letsEitherASendBeginOrACancellationEndIt() {
    for (var round = 0; round < 100; round++) {
      var messageId = id(round);
      insert(LANE, aMessage().withId(messageId));
      var cancelled = aMessage().withId(messageId).build().cancelled(Reasons.CANCELLED, NOW);

      var won =
          Rivals.race(
              2,
              rival ->
                  rival == 0
                      ? begin(aSendingMessage("s-1").withId(messageId))
                      : messages.endWaiting(cancelled, List.of()));

      assertThat(won).containsExactlyInAnyOrder(true, false);
      assertThat(messages.find(WORKSPACE, messageId).map(Message::status))
          .contains(won.get(0) ? MessageStatus.SENDING : MessageStatus.CANCELLED);
    }
  }

  @Test
  void letsOneOfTwoRivalsRecord() {
    for (var round = 0; round < 50; round++) {
      var sending = insert(LANE, aSendingMessage("s-1").withId(id(round)));

      var recorded =
          Rivals.race(
              2,
              rival ->
                  record(
                      "s-1", rival == 0 ? sending.sent("p:0/X", NOW) : sending.failed("no", NOW)));

      assertThat(recorded).containsExactlyInAnyOrder(true, false);
      assertThat(messages.find(WORKSPACE, sending.id()).map(Message::status))
          .contains(recorded.get(0) ? MessageStatus.SENT : MessageStatus.FAILED);
    }
  }

  private Message insert(String laneId, MessageBuilder builder) {
    var message = builder.build();
    var lane = Optional.of(laneId).filter(any -> message.status().isWaiting());
    assertThat(messages.insert(message, lane, List.of())).isTrue();
    return message;
  }

  private boolean begin(MessageBuilder sending) {
    return messages.beginSend(sending.build(), LANE);
  }

  private boolean record(String sendId, Message after) {
    return messages.record(sendId, after, Optional.empty(), List.of());
  }

  private static Send send(String id) {
    return Send.ofText(id, "Hi", List.of(new PhoneNumber("+12025550100")), NOW);
  }

  private boolean recordInto(String laneId, String sendId, Message after) {
    return messages.record(sendId, after, Optional.of(laneId), List.of());
  }

  private static Message waitingAgain(Instant due) {
    var sending = aSendingMessage("s-1").build();
    var progress = sending.progress().waitingUntil(Optional.of(due), Reasons.RETRY_SCHEDULED);
    return sending.waitingAgain(progress.afterAttempt(), NOW.plusMillis(3));
  }
}
