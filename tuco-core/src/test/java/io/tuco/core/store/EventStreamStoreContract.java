package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link EventStreamStore} promises, together with the {@link MessageStore} beside it.
 */
public abstract class EventStreamStoreContract {

  private static final Instant LATER = NOW.plusSeconds(3_600);
  private static final OutboxEvent FIRST = anEvent("evt_1", 1);
  private static final OutboxEvent SECOND = anEvent("evt_2", 2);
  private static final OutboxEvent THIRD = anEvent("evt_3", 3);

  private MessageStore messages;
  private EventStreamStore stream;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    var stores = openStores();
    messages = stores.messages();
    stream = stores.eventStream();
  }

  @Test
  void knowsOfNoEventBeforeItIsHandedOver() {
    insert(1, FIRST);

    assertThat(stream.due(LATER, 10)).isEmpty();
  }

  @Test
  void keepsWhatIsHandedOverInTheOrderOfSeq() {
    var message = insert(1, SECOND, FIRST);

    stream.handOver(List.of(outbox(message, FIRST, SECOND)));

    assertThat(messages.undrained(10)).isEmpty();
    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, FIRST, SECOND));
    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
  }

  @Test
  void takesSeveralMessagesAtOnce() {
    var one = insert(1, FIRST);
    var other = insert(2, SECOND);

    stream.handOver(List.of(outbox(one, FIRST), outbox(other, SECOND)));

    assertThat(stream.due(LATER, 10))
        .containsExactlyInAnyOrder(outbox(one, FIRST), outbox(other, SECOND));
    assertThat(stream.due(LATER, 1)).hasSize(1);
  }

  @Test
  void addsWhatComesLaterToWhatIsThere() {
    var message = insert(1, FIRST);
    stream.handOver(List.of(outbox(message, FIRST)));
    ends(message, SECOND);

    stream.handOver(List.of(outbox(message, SECOND)));

    assertThat(messages.undrained(10)).isEmpty();
    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, FIRST, SECOND));
  }

  @Test
  void canTakeTheSameTwice() {
    var message = insert(1, FIRST);

    stream.handOver(List.of(outbox(message, FIRST)));
    stream.handOver(List.of(outbox(message, FIRST)));

    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, FIRST));
  }

  @Test
  void takesNothingTwiceThoughAnotherEventCameBetween() {
    var message = insert(1, FIRST);
    stream.handOver(List.of(outbox(message, FIRST)));
    ends(message, SECOND);

    stream.handOver(List.of(outbox(message, FIRST)));

    assertThat(messages.undrained(10)).containsExactly(outbox(message, SECOND));
    stream.handOver(List.of(outbox(message, SECOND)));
    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, FIRST, SECOND));
  }

  @Test
  void takesNothingBackThatIsInTheStream() {
    var message = insert(1, FIRST);
    stream.handOver(List.of(outbox(message, FIRST)));
    stream.markStreamed(List.of(outbox(message, FIRST)));

    stream.handOver(List.of(outbox(message, FIRST)));

    assertThat(stream.due(LATER, 10)).isEmpty();
  }

  @Test
  void leavesAnEventThatCameMeanwhileWhereItIs() {
    var message = insert(1, FIRST);
    ends(message, SECOND);

    stream.handOver(List.of(outbox(message, FIRST)));

    assertThat(messages.undrained(10)).containsExactly(outbox(message, SECOND));
    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, FIRST));
  }

  @Test
  void holdsALaterEventUntilTheEarlierIsHandedOver() {
    var message = insert(1, FIRST, SECOND, THIRD);

    stream.handOver(List.of(outbox(message, SECOND)));

    assertThat(stream.due(LATER, 10)).isEmpty();
    stream.handOver(List.of(outbox(message, FIRST)));
    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, FIRST, SECOND));
  }

  @Test
  void showsNoMoreWhatIsInTheStream() {
    var message = insert(1, FIRST, SECOND, THIRD);
    stream.handOver(List.of(outbox(message, FIRST, SECOND, THIRD)));

    stream.markStreamed(List.of(outbox(message, FIRST, SECOND)));

    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, THIRD));
    stream.markStreamed(List.of(outbox(message, THIRD)));
    stream.markStreamed(List.of(outbox(message, THIRD)));
    assertThat(stream.due(LATER, 10)).isEmpty();
  }

  @Test
  void marksNothingOfAnotherWorkspace() {
    var message = insert(1, FIRST);
    var stranger = new Outbox(OTHER_WORKSPACE, message.id(), Optional.empty(), List.of(FIRST));

    stream.handOver(List.of(stranger));
    assertThat(messages.undrained(10)).hasSize(1);

    stream.handOver(List.of(outbox(message, FIRST)));
    stream.markStreamed(List.of(stranger));
    stream.putOff(OTHER_WORKSPACE, message.id(), LATER.plusSeconds(1));
    assertThat(stream.due(LATER, 10)).containsExactly(outbox(message, FIRST));
  }

  @Test
  void putsAMessageOffSoThatOthersComeFirst() {
    var refused = insert(1, FIRST);
    var other = insert(2, SECOND);
    stream.handOver(List.of(outbox(refused, FIRST), outbox(other, SECOND)));

    stream.putOff(WORKSPACE, refused.id(), LATER);

    assertThat(stream.due(LATER.minusMillis(1), 10)).containsExactly(outbox(other, SECOND));
    assertThat(stream.due(LATER, 10))
        .containsExactly(outbox(other, SECOND), outbox(refused, FIRST));
  }

  @Test
  void putsNothingOffThatIsInTheStream() {
    var message = insert(1, FIRST);

    stream.putOff(WORKSPACE, message.id(), NOW);

    assertThat(stream.due(LATER, 10)).isEmpty();
  }

  @Test
  void keepsAForgottenMessageUntilItsEventsAreInTheStream() {
    var message = aMessage().withStatus(MessageStatus.SENT).forLead(id(0x1ead)).build();
    messages.insert(message, Optional.empty(), List.of(FIRST));
    stream.handOver(List.of(outbox(message, FIRST)));
    messages.forgetOfLead(WORKSPACE, id(0x1ead));

    messages.deleteForgotten();
    assertThat(messages.find(WORKSPACE, message.id())).isPresent();

    stream.markStreamed(List.of(outbox(message, FIRST)));
    messages.deleteForgotten();
    assertThat(messages.find(WORKSPACE, message.id())).isEmpty();
  }

  private Message insert(int number, OutboxEvent... events) {
    var message = aMessage().withId(id(number)).build();
    messages.insert(message, Optional.of("device:d-1"), List.of(events));
    return message;
  }

  private void ends(Message message, OutboxEvent event) {
    assertThat(messages.endWaiting(message.failed("no", NOW), List.of(event))).isTrue();
  }

  private static Outbox outbox(Message message, OutboxEvent... events) {
    return new Outbox(
        message.workspaceId(),
        message.id(),
        Optional.of(message.origin().correlationId()),
        List.of(events));
  }
}
