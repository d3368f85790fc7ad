package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.FollowUp;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Progress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the events of a change are stored with it, and kept until they are published. */
abstract class OutboxContract {

  private static final String LANE = "device:" + id(0xd1);

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void hasNothingToPublishWithoutEvents() {
    insert(aMessage().build());

    assertThat(messages.undrained(10)).isEmpty();
  }

  @Test
  void keepsTheFirstEventsOfAMessageInTheirOrder() {
    var message = aMessage().build();
    var events = List.of(anEvent("evt_b", 1), anEvent("evt_a", 2));

    insert(message, anEvent("evt_b", 1), anEvent("evt_a", 2));

    assertThat(messages.undrained(10)).containsExactly(outbox(message, events));
  }

  @Test
  void storesNoEventsOfAMessageItRefuses() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1));

    messages.insert(message, Optional.of(LANE), List.of(anEvent("evt_2", 1)));

    assertThat(messages.undrained(10))
        .containsExactly(outbox(message, List.of(anEvent("evt_1", 1))));
  }

  @Test
  void collectsTheEventsOfEveryChange() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1));
    messages.beginSend(aSendingMessage("s-1").build(), LANE);
    var sent = aSendingMessage("s-1").build().sent("p:0/1", NOW);

    messages.record("s-1", sent, Optional.empty(), List.of(anEvent("evt_2", 2)));

    assertThat(messages.undrained(10))
        .containsExactly(outbox(message, List.of(anEvent("evt_1", 1), anEvent("evt_2", 2))));
  }

  @Test
  void keepsTheEventsOfAnEndedMessage() {
    var message = aMessage().build();
    insert(message);
    var ended = message.failed("no", NOW);

    messages.endWaiting(ended, List.of(anEvent("evt_1", 1)));
    messages.endWaiting(ended, List.of(anEvent("evt_2", 2)));

    assertThat(messages.undrained(10))
        .containsExactly(outbox(message, List.of(anEvent("evt_1", 1))));
  }

  @Test
  void addsTheEventOfLateNewsToThoseThatAreThere() {
    var sent = aMessage().withStatus(MessageStatus.SENT).build();
    insert(sent, anEvent("evt_1", 1));

    messages.amend(MessageStatus.SENT, sent.delivered(NOW, NOW), List.of(anEvent("evt_2", 2)));
    messages.amend(MessageStatus.SENT, sent.failed("no", NOW), List.of(anEvent("evt_3", 2)));

    assertThat(messages.undrained(10))
        .containsExactly(outbox(sent, List.of(anEvent("evt_1", 1), anEvent("evt_2", 2))));
  }

  @Test
  void tellsMoreOfAMessageThatStaysAsItIs() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1));

    assertThat(messages.announce(WORKSPACE, message.id(), List.of(anEvent("evt_2", 7)))).isTrue();
    assertThat(messages.announce(OTHER_WORKSPACE, message.id(), List.of(anEvent("evt_3", 1))))
        .isFalse();
    assertThat(messages.announce(WORKSPACE, id(404), List.of(anEvent("evt_3", 1)))).isFalse();

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
    assertThat(messages.undrained(10))
        .containsExactly(outbox(message, List.of(anEvent("evt_1", 1), anEvent("evt_2", 7))));
  }

  @ParameterizedTest
  @EnumSource(AutomaticAnswer.class)
  void returnsAnAnswerOfOursAsItWasStored(AutomaticAnswer answer) {
    var message = aMessage().answering(answer).build();
    insert(message);

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
    assertThat(messages.nextQueue(LANE, "").orElseThrow().key()).contains("|answer|");
  }

  @Test
  void keepsUnpublishedEventsOfAMessageWhoseFollowUpWasMade() {
    var ended = aMessage().build().failed("no", NOW).followedBy(FollowUp.owed(id(0xf0)));
    insert(ended, anEvent("evt_1", 1));

    messages.followUpMade(WORKSPACE, ended.id());

    assertThat(messages.undrained(10)).containsExactly(outbox(ended, List.of(anEvent("evt_1", 1))));
  }

  @Test
  void keepsUnpublishedEventsOfAnotherMessageThatBecomesAFollowUp() {
    var other =
        aMessage()
            .withId(id(2))
            .fromLine(id(0x71))
            .withProgress(Progress.none().presumingFirstTouch(true))
            .build();
    insert(other, anEvent("evt_1", 1));
    insert(aSendingMessage("s-1").build());

    messages.record(
        "s-1",
        aSendingMessage("s-1").build().sent("p:0/1", NOW),
        Optional.empty(),
        List.of(anEvent("evt_2", 1)));
    messages.becomeKnown(id(0x71), List.of(id(0x1ead)));

    assertThat(messages.undrained(10))
        .containsExactlyInAnyOrder(
            outbox(other, List.of(anEvent("evt_1", 1))),
            outbox(aMessage().build(), List.of(anEvent("evt_2", 1))));
  }

  @Test
  void keepsUnpublishedEventsThroughADeferral() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1));

    messages.updateWaiting(aMessage().dueAt(NOW.plusSeconds(9)).build(), LANE);

    assertThat(messages.undrained(10))
        .containsExactly(outbox(message, List.of(anEvent("evt_1", 1))));
  }

  @Test
  void listsTheOldestMessagesFirst() {
    for (var number = 1; number <= 3; number++) {
      var message = aMessage().withId(id(number)).createdAt(NOW.plusMillis(number)).build();
      insert(message, anEvent("evt_" + number, number));
    }

    assertThat(messages.undrained(2).stream().map(Outbox::messageId)).containsExactly(id(1), id(2));
  }

  @Test
  void showsPublishedEventsNoMore() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1), anEvent("evt_2", 2), anEvent("evt_3", 3));

    messages.markDrained(WORKSPACE, message.id(), Set.of("evt_1", "evt_3"));

    assertThat(messages.undrained(10))
        .containsExactly(outbox(message, List.of(anEvent("evt_2", 2))));
    messages.markDrained(WORKSPACE, message.id(), List.of("evt_2"));
    assertThat(messages.undrained(10)).isEmpty();
    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
  }

  @Test
  void publishesAgainWhatComesAfterAllWasPublished() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1));
    messages.markDrained(WORKSPACE, message.id(), List.of("evt_1"));

    messages.endWaiting(message.failed("no", NOW), List.of(anEvent("evt_2", 2)));

    assertThat(messages.undrained(10))
        .containsExactly(outbox(message, List.of(anEvent("evt_2", 2))));
  }

  @Test
  void marksNothingElseAsPublished() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1));

    messages.markDrained(OTHER_WORKSPACE, message.id(), List.of("evt_1"));
    messages.markDrained(WORKSPACE, id(404), List.of("evt_1"));
    messages.markDrained(WORKSPACE, message.id(), List.of("evt_9"));
    messages.markDrained(WORKSPACE, message.id(), List.of());

    assertThat(messages.undrained(10)).hasSize(1);
  }

  @Test
  void canMarkEventsTwice() {
    var message = aMessage().build();
    insert(message, anEvent("evt_1", 1));

    messages.markDrained(WORKSPACE, message.id(), List.of("evt_1"));
    messages.markDrained(WORKSPACE, message.id(), List.of("evt_1"));

    assertThat(messages.undrained(10)).isEmpty();
  }

  private void insert(Message message, OutboxEvent... events) {
    assertThat(messages.insert(message, Optional.of(LANE), List.of(events))).isTrue();
  }

  private static Outbox outbox(Message message, List<OutboxEvent> events) {
    return new Outbox(
        message.workspaceId(), message.id(), Optional.of(message.origin().correlationId()), events);
  }
}
