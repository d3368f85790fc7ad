package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Progress;
import io.tuco.core.message.WindowSettings;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How messages stand in their lanes' queues, move between them and leave them. */
abstract class WaitingMessagesContract {

  private static final String LANE = "device:" + id(0xd1);
  private static final String OTHER = "device:" + id(0xd2);
  private static final String LINE = id(0x71);
  private static final String OTHER_LINE = id(0x72);
  private static final Address ADA = new PhoneNumber("+12025550100");
  private static final Address ADAS_MAIL = new EmailAddress("ada@example.com");

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void listsAQueuesHeadsLongestDueFirstThenLeastIdFirstDueOrNot() {
    insert(LANE, aMessage().withId(id(4)).dueAt(NOW));
    insert(LANE, aMessage().withId(id(2)).dueAt(NOW.minusMillis(1)));
    insert(LANE, aMessage().withId(id(3)).dueAt(NOW.minusMillis(1)));
    insert(LANE, aMessage().withId(id(1)).dueAt(NOW.plusSeconds(9)));
    insert(OTHER, aMessage().withId(id(5)).dueAt(NOW.minusSeconds(9)));
    var queue = WaitingQueue.of(aMessage().build(), LANE);

    assertThat(ids(messages.heads(queue, 10))).containsExactly(id(2), id(3), id(4), id(1));
    assertThat(ids(messages.heads(queue, 2))).containsExactly(id(2), id(3));
    assertThat(messages.heads(WaitingQueue.of(aMessage().build(), "device:none"), 2)).isEmpty();
  }

  @Test
  void answersHeadsWhole() {
    var message = aMessage().withEverything().withStatus(MessageStatus.QUEUED).build();
    messages.insert(message, Optional.of(LANE), List.of());

    assertThat(messages.heads(WaitingQueue.of(message, LANE), 10)).containsExactly(message);
  }

  @Test
  void keepsQueuesApartByLineByPinByAcquaintanceAndByWindow() {
    var all =
        List.of(
            aMessage().withId(id(1)),
            aMessage().withId(id(2)).fromLine(OTHER_LINE),
            firstTouch(aMessage().withId(id(3))),
            aMessage().withId(id(4)).within(hours("Asia/Kathmandu")),
            aMessage().withId(id(5)).within(hours("Europe/Berlin")),
            aMessage().withId(id(6)).pinnedToLine(LINE));
    all.forEach(message -> insert(LANE, message));

    var queues = queuesOf(LANE);

    assertThat(queues).hasSize(6);
    assertThat(queues.stream().flatMap(queue -> ids(messages.heads(queue, 9)).stream()))
        .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(5), id(6));
    for (var message : all) {
      assertThat(messages.heads(WaitingQueue.of(message.build(), LANE), 9))
          .containsExactly(message.build());
    }
  }

  @Test
  void walksTheQueuesOfALaneInTheOrderOfTheirKeysAndNoOthers() {
    insert("device:a", aMessage().withId(id(1)));
    insert("device:a", firstTouch(aMessage().withId(id(2))));
    insert("device:a", aMessage().withId(id(3)).fromLine(OTHER_LINE));
    insert("device:ab", aMessage().withId(id(4)));
    insert("device:", aMessage().withId(id(5)));
    insert("device:b", aMessage().withId(id(6)));

    var keys = queuesOf("device:a").stream().map(WaitingQueue::key).toList();

    assertThat(keys)
        .hasSize(3)
        .isSorted()
        .allMatch(key -> key.startsWith(WaitingQueue.prefixOf("device:a")));
    assertThat(queuesOf("device:ab")).hasSize(1);
    assertThat(queuesOf("device:")).hasSize(1);
    assertThat(queuesOf("devic")).isEmpty();
    assertThat(messages.nextQueue("device:a", keys.get(0)).map(WaitingQueue::key))
        .contains(keys.get(1));
  }

  @Test
  void takesTheDueInstantFromTheMessage() {
    insert(LANE, aMessage().withId(id(1)).createdAt(NOW.plusMillis(30)));
    insert(LANE, aMessage().withId(id(2)).scheduledFor(NOW.plusMillis(20)));
    insert(
        LANE, aMessage().withId(id(3)).scheduledFor(NOW.minusMillis(1)).dueAt(NOW.plusMillis(10)));

    assertThat(messages.nextDue(LANE)).contains(NOW.plusMillis(10));
    assertThat(waiting(LANE)).containsExactly(id(3), id(2), id(1));
  }

  @Test
  void tellsTheNextDueInstantOverAllQueuesEvenIfItHasPassed() {
    assertThat(messages.nextDue(LANE)).isEmpty();

    insert(LANE, aMessage().withId(id(1)).dueAt(NOW.plusSeconds(5)));
    insert(LANE, firstTouch(aMessage().withId(id(2))).dueAt(NOW.minusSeconds(5)));

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

    assertThat(waiting(LANE)).isEmpty();
    assertThat(messages.nextDue(LANE)).isEmpty();
    assertThat(messages.nextWaitingLane("")).isEmpty();
    assertThat(messages.waitingSince(NOW.plusSeconds(9), 9)).isEmpty();
  }

  @Test
  void listsWhatWaitsForALineOldestFirst() {
    insert(LANE, aMessage().withId(id(1)).fromLine(LINE).createdAt(NOW.plusMillis(2)));
    insert(OTHER, aMessage().withId(id(3)).fromLine(LINE).createdAt(NOW));
    var scheduled = aMessage().withId(id(2)).fromLine(LINE).scheduledFor(NOW);
    insert(LANE, scheduled.createdAt(NOW.plusMillis(1)));
    insert(LANE, aMessage().withId(id(4)).fromLine(OTHER_LINE));
    insert(LANE, aMessage().withId(id(5)).fromLine(LINE).withStatus(MessageStatus.SENT));
    insert(LANE, aSendingMessage("s-6").withId(id(6)).fromLine(LINE));

    assertThat(ids(messages.waitingFor(LINE, 10))).containsExactly(id(3), id(2), id(1));
    assertThat(ids(messages.waitingFor(LINE, 2))).containsExactly(id(3), id(2));
    assertThat(messages.waitingFor(id(0x73), 10)).isEmpty();
  }

  @Test
  void listsWhatWaitsForALeadOldestFirstInAnyLane() {
    insert(LANE, aMessage().withId(id(1)).forLead(id(7)).createdAt(NOW.plusMillis(2)));
    insert(OTHER, aMessage().withId(id(2)).forLead(id(7)).createdAt(NOW));
    insert(LANE, aMessage().withId(id(3)).forLead(id(8)));
    insert(LANE, aMessage().withId(id(4)).forLead(id(7)).inWorkspace(OTHER_WORKSPACE));
    insert(LANE, aMessage().withId(id(5)).forLead(id(7)).withStatus(MessageStatus.SENT));
    insert(LANE, aSendingMessage("s-6").withId(id(6)).forLead(id(7)));

    assertThat(ids(messages.waitingOfLead(WORKSPACE, id(7), 9))).containsExactly(id(2), id(1));
    assertThat(ids(messages.waitingOfLead(WORKSPACE, id(7), 1))).containsExactly(id(2));
    assertThat(messages.waitingOfLead(WORKSPACE, id(404), 9)).isEmpty();
  }

  @Test
  void listsWhatWaitsForAnAddressOldestFirstByWhateverLead() {
    insert(LANE, aMessage().withId(id(1)).forLead(id(7)).createdAt(NOW.plusMillis(2)));
    insert(OTHER, aMessage().withId(id(2)).forLead(id(8)).toEmail("ada@example.com"));
    insert(LANE, aMessage().withId(id(3)).toPhone("+12025550101"));
    insert(LANE, aMessage().withId(id(4)).inWorkspace(OTHER_WORKSPACE));
    insert(LANE, aMessage().withId(id(5)).withStatus(MessageStatus.SENT));
    insert(LANE, aSendingMessage("s-6").withId(id(6)));

    assertThat(ids(messages.waitingFor(WORKSPACE, ADA, 9))).containsExactly(id(2), id(1));
    assertThat(ids(messages.waitingFor(WORKSPACE, ADA, 1))).containsExactly(id(2));
    assertThat(ids(messages.waitingFor(WORKSPACE, ADAS_MAIL, 9))).containsExactly(id(2));
    assertThat(messages.waitingFor(OTHER_WORKSPACE, ADAS_MAIL, 9)).isEmpty();
  }

  @Test
  void listsWhatHasWaitedSinceBeforeAnInstantCountedFromItsBirth() {
    insert(LANE, aMessage().withId(id(1)).createdAt(NOW.minusSeconds(60)));
    var scheduled = aMessage().withId(id(2)).createdAt(NOW.minusSeconds(3600));
    insert(OTHER, scheduled.scheduledFor(NOW.minusSeconds(90)).inWorkspace(OTHER_WORKSPACE));
    insert(LANE, aMessage().withId(id(3)).createdAt(NOW));
    var retried = aMessage().withId(id(4)).createdAt(NOW.minusSeconds(30));
    insert(LANE, retried.dueAt(NOW.plusSeconds(3600)));
    insert(LANE, aMessage().withId(id(5)).createdAt(NOW.minusSeconds(99)).scheduledFor(NOW));

    assertThat(ids(messages.waitingSince(NOW, 9))).containsExactly(id(2), id(1), id(4));
    assertThat(ids(messages.waitingSince(NOW, 2))).containsExactly(id(2), id(1));
    assertThat(ids(messages.waitingSince(NOW.minusSeconds(60), 9))).containsExactly(id(2));
  }

  @Test
  void defersAWaitingMessage() {
    var message = insert(LANE, aMessage());
    var deferred = aMessage().dueAt(NOW.plusSeconds(60)).build();

    assertThat(messages.updateWaiting(deferred, LANE)).isTrue();

    assertThat(messages.find(WORKSPACE, message.id())).contains(deferred);
    assertThat(waiting(LANE)).containsExactly(message.id());
    assertThat(messages.nextDue(LANE)).contains(NOW.plusSeconds(60));
  }

  @Test
  void movesAWaitingMessageToAnotherLaneAndQueue() {
    insert(LANE, aMessage());
    var moved = aMessage().build().movedToLine(OTHER_LINE, true, NOW);

    assertThat(messages.updateWaiting(moved, OTHER)).isTrue();

    assertThat(queuesOf(LANE)).isEmpty();
    assertThat(messages.nextWaitingLane("")).contains(OTHER);
    assertThat(messages.heads(WaitingQueue.of(moved, OTHER), 9)).containsExactly(moved);
    assertThat(messages.waitingFor(OTHER_LINE, 1)).containsExactly(moved);
    assertThat(messages.waitingFor(LINE, 1)).isEmpty();
  }

  @Test
  void endsAWaitingMessage() {
    insert(LANE, aMessage());
    var cancelled = aMessage().build().cancelled("Cancelled by request.", NOW.plusMillis(1));

    assertThat(messages.endWaiting(cancelled, List.of())).isTrue();

    assertThat(messages.find(WORKSPACE, cancelled.id())).contains(cancelled);
    assertThat(queuesOf(LANE)).isEmpty();
    assertThat(messages.nextDue(LANE)).isEmpty();
    assertThat(messages.nextWaitingLane("")).isEmpty();
    assertThat(messages.waitingSince(NOW.plusSeconds(1), 1)).isEmpty();
  }

  @Test
  void neitherChangesNorEndsWhatWaitsNoMore() {
    var sending = insert(LANE, aSendingMessage("s-1"));

    assertThat(messages.updateWaiting(aMessage().build(), LANE)).isFalse();
    assertThat(messages.endWaiting(aMessage().build().failed("no", NOW), List.of())).isFalse();

    assertThat(messages.find(WORKSPACE, sending.id())).contains(sending);
    assertThat(waiting(LANE)).isEmpty();
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

  private List<WaitingQueue> queuesOf(String laneId) {
    var found = new ArrayList<WaitingQueue>();
    var next = messages.nextQueue(laneId, "");
    while (next.isPresent()) {
      found.add(next.get());
      next = messages.nextQueue(laneId, next.get().key());
    }
    return found;
  }

  /** All that waits in the lane, queue by queue. */
  private List<String> waiting(String laneId) {
    return queuesOf(laneId).stream()
        .flatMap(queue -> messages.heads(queue, 100).stream())
        .map(Message::id)
        .toList();
  }

  private static MessageBuilder firstTouch(MessageBuilder message) {
    return message.withProgress(Progress.none().presumingFirstTouch(true));
  }

  private static WindowSettings hours(String zone) {
    return new WindowSettings(
        Optional.of(ZoneId.of(zone)),
        Optional.of(LocalTime.of(9, 0)),
        Optional.of(LocalTime.of(17, 0)),
        Set.of());
  }

  private static List<String> ids(List<Message> found) {
    return found.stream().map(Message::id).toList();
  }
}
