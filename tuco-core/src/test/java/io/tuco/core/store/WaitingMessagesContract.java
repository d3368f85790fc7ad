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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How messages stand in their lanes, move between them and leave them. */
abstract class WaitingMessagesContract {

  private static final String LANE = "device:" + id(0xd1);
  private static final String OTHER = "device:" + id(0xd2);

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void listsWhatIsDueLongestDueFirstThenLeastIdFirst() {
    insert(LANE, aMessage().withId(id(4)).dueAt(NOW));
    insert(LANE, aMessage().withId(id(2)).dueAt(NOW.minusMillis(1)));
    insert(LANE, aMessage().withId(id(3)).dueAt(NOW.minusMillis(1)).inWorkspace(OTHER_WORKSPACE));
    insert(LANE, aMessage().withId(id(1)).dueAt(NOW.plusMillis(1)));
    insert(OTHER, aMessage().withId(id(5)).dueAt(NOW.minusSeconds(9)));

    assertThat(due(LANE, NOW)).containsExactly(id(2), id(3), id(4));
    assertThat(ids(messages.due(LANE, NOW, 2))).containsExactly(id(2), id(3));
    assertThat(due("device:unknown", NOW)).isEmpty();
  }

  @Test
  void answersDueMessagesWhole() {
    var message = aMessage().withEverything().withStatus(MessageStatus.QUEUED).build();
    messages.insert(message, Optional.of(LANE), List.of());

    assertThat(messages.due(LANE, message.dueAt(), 10)).containsExactly(message);
    assertThat(messages.due(LANE, message.dueAt().minusMillis(1), 10)).isEmpty();
  }

  @Test
  void takesTheDueInstantFromTheMessage() {
    insert(LANE, aMessage().withId(id(1)).createdAt(NOW.plusMillis(30)));
    insert(LANE, aMessage().withId(id(2)).scheduledFor(NOW.plusMillis(20)));
    insert(
        LANE, aMessage().withId(id(3)).scheduledFor(NOW.minusMillis(1)).dueAt(NOW.plusMillis(10)));

    assertThat(messages.nextDue(LANE)).contains(NOW.plusMillis(10));
    assertThat(due(LANE, NOW.plusMillis(30))).containsExactly(id(3), id(2), id(1));
  }

  @Test
  void tellsTheNextDueInstantEvenIfItHasPassed() {
    assertThat(messages.nextDue(LANE)).isEmpty();

    insert(LANE, aMessage().dueAt(NOW.minusSeconds(5)));

    assertThat(messages.nextDue(LANE)).contains(NOW.minusSeconds(5));
    assertThat(messages.nextDue(OTHER)).isEmpty();
  }

  @Test
  void walksTheLanesInWhichSomethingWaits() {
    insert("line:b", aMessage().withId(id(1)));
    insert("device:a", aMessage().withId(id(2)).dueAt(NOW.plusSeconds(3600)));
    insert("device:a", aMessage().withId(id(3)));
    insert("device:ab", aMessage().withId(id(4)).inWorkspace(OTHER_WORKSPACE));

    assertThat(messages.nextWaitingLane("")).contains("device:a");
    assertThat(messages.nextWaitingLane("device:a")).contains("device:ab");
    assertThat(messages.nextWaitingLane("device:aa")).contains("device:ab");
    assertThat(messages.nextWaitingLane("device:ab")).contains("line:b");
    assertThat(messages.nextWaitingLane("line:b")).isEmpty();
  }

  @Test
  void keepsMessagesOutOfLanesThatDoNotWait() {
    insert(LANE, aMessage().withId(id(1)).withStatus(MessageStatus.FAILED));
    insert(LANE, aSendingMessage("s-1").withId(id(2)));

    assertThat(due(LANE, NOW)).isEmpty();
    assertThat(messages.nextWaitingLane("")).isEmpty();
  }

  @Test
  void listsWhatWaitsForALineOldestFirst() {
    insert(LANE, aMessage().withId(id(1)).fromLine("line-1").createdAt(NOW.plusMillis(2)));
    insert(OTHER, aMessage().withId(id(3)).fromLine("line-1").createdAt(NOW));
    var scheduled = aMessage().withId(id(2)).fromLine("line-1").scheduledFor(NOW);
    insert(LANE, scheduled.createdAt(NOW.plusMillis(1)));
    insert(LANE, aMessage().withId(id(4)).fromLine("line-2"));
    insert(LANE, aMessage().withId(id(5)).fromLine("line-1").withStatus(MessageStatus.SENT));
    insert(LANE, aSendingMessage("s-6").withId(id(6)).fromLine("line-1"));

    assertThat(ids(messages.waitingFor("line-1", 10))).containsExactly(id(3), id(2), id(1));
    assertThat(ids(messages.waitingFor("line-1", 2))).containsExactly(id(3), id(2));
    assertThat(messages.waitingFor("line-3", 10)).isEmpty();
  }

  @Test
  void defersAWaitingMessage() {
    var message = insert(LANE, aMessage());
    var deferred = aMessage().dueAt(NOW.plusSeconds(60)).build();

    assertThat(messages.updateWaiting(deferred, LANE)).isTrue();

    assertThat(messages.find(WORKSPACE, message.id())).contains(deferred);
    assertThat(due(LANE, NOW)).isEmpty();
    assertThat(messages.nextDue(LANE)).contains(NOW.plusSeconds(60));
  }

  @Test
  void movesAWaitingMessageToAnotherLane() {
    insert(LANE, aMessage());
    var moved = aMessage().build().movedToLine("line-2", NOW);

    assertThat(messages.updateWaiting(moved, OTHER)).isTrue();

    assertThat(due(LANE, NOW)).isEmpty();
    assertThat(messages.nextWaitingLane("")).contains(OTHER);
    assertThat(messages.due(OTHER, NOW, 1)).containsExactly(moved);
    assertThat(messages.waitingFor("line-2", 1)).containsExactly(moved);
  }

  @Test
  void endsAWaitingMessage() {
    insert(LANE, aMessage());
    var cancelled = aMessage().build().cancelled("Cancelled by request.", NOW.plusMillis(1));

    assertThat(messages.endWaiting(cancelled, List.of())).isTrue();

    assertThat(messages.find(WORKSPACE, cancelled.id())).contains(cancelled);
    assertThat(due(LANE, NOW)).isEmpty();
    assertThat(messages.nextDue(LANE)).isEmpty();
    assertThat(messages.nextWaitingLane("")).isEmpty();
  }

  @Test
  void neitherChangesNorEndsWhatWaitsNoMore() {
    var sending = insert(LANE, aSendingMessage("s-1"));

    assertThat(messages.updateWaiting(aMessage().build(), LANE)).isFalse();
    assertThat(messages.endWaiting(aMessage().build().failed("no", NOW), List.of())).isFalse();

    assertThat(messages.find(WORKSPACE, sending.id())).contains(sending);
    assertThat(due(LANE, NOW)).isEmpty();
  }

  @Test
  void neitherChangesNorEndsAnotherWorkspacesMessage() {
    var message = insert(LANE, aMessage());
    var foreign = aMessage().inWorkspace(OTHER_WORKSPACE).withText("foreign").build();

    assertThat(messages.updateWaiting(foreign, LANE)).isFalse();
    assertThat(messages.endWaiting(foreign.failed("no", NOW), List.of())).isFalse();

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
    assertThat(messages.find(OTHER_WORKSPACE, message.id())).isEmpty();
  }

  @Test
  void changesNothingUnderAnUnknownId() {
    assertThat(messages.updateWaiting(aMessage().build(), LANE)).isFalse();
    assertThat(messages.endWaiting(aMessage().build().failed("no", NOW), List.of())).isFalse();

    assertThat(messages.find(WORKSPACE, aMessage().build().id())).isEmpty();
    assertThat(messages.nextWaitingLane("")).isEmpty();
  }

  private Message insert(String laneId, MessageBuilder builder) {
    var message = builder.build();
    assertThat(messages.insert(message, Optional.of(laneId), List.of())).isTrue();
    return message;
  }

  private List<String> due(String laneId, Instant now) {
    return ids(messages.due(laneId, now, 100));
  }

  private static List<String> ids(List<Message> found) {
    return found.stream().map(Message::id).toList();
  }
}
