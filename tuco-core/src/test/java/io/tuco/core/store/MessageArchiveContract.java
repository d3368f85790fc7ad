package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.UNICODE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How messages are accepted, found and listed. */
abstract class MessageArchiveContract {

  private static final String LANE = "device:" + id(0xd1);

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @ParameterizedTest
  @EnumSource
  void returnsAFullMessageAsItWasStored(MessageStatus status) {
    var message = insert(aMessage().withEverything().withStatus(status));

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
  }

  @ParameterizedTest
  @EnumSource
  void returnsABareMessageAsItWasStored(MessageType type) {
    var message = insert(aMessage().withNothing().ofType(type));

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhichOfSomeMessagesNoLaneHolds(MessageStatus status) {
    var message = insert(aMessage().withStatus(status));

    var found = messages.ended(List.of(WORKSPACE), List.of(message.id(), id(0xdead)));

    assertThat(found).isEqualTo(status.isOfALane() ? List.of() : List.of(message));
  }

  @Test
  void tellsOfEndedMessagesOfTheNamedWorkspacesAlone() {
    var ours = insert(aMessage().withStatus(MessageStatus.SENT));
    var theirs =
        insert(
            aMessage()
                .withId(id(0xe77))
                .inWorkspace(OTHER_WORKSPACE)
                .withStatus(MessageStatus.FAILED));
    var both = List.of(ours.id(), theirs.id());

    assertThat(messages.ended(List.of(WORKSPACE), both)).containsExactly(ours);
    assertThat(messages.ended(List.of(WORKSPACE, OTHER_WORKSPACE), both))
        .containsExactlyInAnyOrder(ours, theirs);
    assertThat(messages.ended(List.of(), both)).isEmpty();
  }

  @Test
  void keepsEveryCharacterOfAText() {
    var message = insert(aMessage().withText(UNICODE.repeat(500)));

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
  }

  @ParameterizedTest
  @EnumSource
  void deletesWhatIsForgottenUnlessALaneHoldsIt(MessageStatus status) {
    var message = insert(aMessage().withId(id(1)).forLead(id(7)).withStatus(status));
    var others = insert(aMessage().withId(id(2)).forLead(id(8)).withStatus(MessageStatus.SENT));

    messages.forgetOfLead(OTHER_WORKSPACE, id(7));
    messages.deleteForgotten();
    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
    messages.forgetOfLead(WORKSPACE, id(7));
    messages.deleteForgotten();

    assertThat(messages.find(WORKSPACE, message.id()).isPresent()).isEqualTo(status.isOfALane());
    assertThat(messages.find(WORKSPACE, others.id())).contains(others);
  }

  @Test
  void deletesWhatIsForgottenOnceItLeavesItsLane() {
    var waiting = insert(aMessage().withId(id(1)).forLead(id(7)));
    messages.forgetOfLead(WORKSPACE, id(7));
    messages.deleteForgotten();

    messages.endWaiting(waiting.cancelled("gone", NOW), List.of());
    messages.deleteForgotten();

    assertThat(messages.find(WORKSPACE, waiting.id())).isEmpty();
  }

  @Test
  void deletesWhatIsForgottenAfterItsEventsAreDrained() {
    var message = aMessage().withId(id(1)).forLead(id(7)).withStatus(MessageStatus.SENT).build();
    var event = anEvent("evt_1", 1);
    messages.insert(message, Optional.empty(), List.of(event));
    messages.forgetOfLead(WORKSPACE, id(7));

    messages.deleteForgotten();
    assertThat(messages.find(WORKSPACE, message.id())).isPresent();
    messages.markDrained(WORKSPACE, message.id(), List.of(event.id()));
    messages.deleteForgotten();

    assertThat(messages.find(WORKSPACE, message.id())).isEmpty();
    assertThat(messages.undrained(9)).isEmpty();
  }

  @Test
  void neverFindsAMessageOfAnotherWorkspace() {
    var message = insert(aMessage());

    assertThat(messages.find(OTHER_WORKSPACE, message.id())).isEmpty();
    assertThat(messages.find(WORKSPACE, id(404))).isEmpty();
    assertThat(page(OTHER_WORKSPACE, MessageFilter.everything()).items()).isEmpty();
  }

  @Test
  void changesNothingWhenTheIdExists() {
    var first = insert(aMessage().withText("first"));
    var second = aMessage().withText("second").dueAt(NOW.minusSeconds(1)).build();

    assertThat(messages.insert(second, Optional.of("device:" + id(0xd2)), List.of())).isFalse();

    assertThat(messages.find(WORKSPACE, first.id())).contains(first);
    assertThat(messages.nextWaitingLane("")).contains(LANE);
    assertThat(messages.nextWaitingLane(LANE)).isEmpty();
  }

  @Test
  void acceptsAMessageFromOneOfTwoRivals() {
    for (var round = 0; round < 50; round++) {
      var messageId = id(round);

      var accepted =
          Rivals.race(
              2,
              rival ->
                  messages.insert(
                      aMessage().withId(messageId).withText("by " + rival).build(),
                      Optional.of(LANE),
                      List.of()));

      assertThat(accepted).containsExactlyInAnyOrder(true, false);
      assertThat(messages.find(WORKSPACE, messageId).map(found -> found.content().text()))
          .contains("by " + accepted.indexOf(true));
    }
  }

  @Test
  void pagesNewestFirstThenGreatestIdFirst() {
    insert(aMessage().withId(id(1)).createdAt(NOW.plusMillis(1)));
    insert(aMessage().withId(id(4)).createdAt(NOW));
    insert(aMessage().withId(id(2)).createdAt(NOW.plusMillis(1)));
    insert(aMessage().withId(id(3)).createdAt(NOW.plusMillis(2)));

    assertThat(ids(page(WORKSPACE, MessageFilter.everything()).items()))
        .containsExactly(id(3), id(2), id(1), id(4));
  }

  @Test
  void cutsAListIntoPages() {
    IntStream.range(0, 25)
        .forEach(number -> insert(aMessage().withId(id(number)).inBatch("spring")));
    insert(aMessage().withId(id(99)));
    var filter = filter().inBatch("spring").build();

    var last = messages.page(WORKSPACE, filter, new PageRequest(3, 10));

    assertThat(ids(last.items())).containsExactly(id(4), id(3), id(2), id(1), id(0));
    assertThat(last.totalCount()).isEqualTo(25);
    assertThat(last.totalPages()).isEqualTo(3);
    assertThat(last.request()).isEqualTo(new PageRequest(3, 10));
    var beyond = messages.page(WORKSPACE, filter, new PageRequest(4, 10));
    assertThat(beyond.items()).isEmpty();
    assertThat(beyond.totalCount()).isEqualTo(25);
  }

  @Test
  void filtersByAnyOfTheStatuses() {
    insert(aMessage().withId(id(1)));
    insert(aMessage().withId(id(2)).withStatus(MessageStatus.FAILED));
    insert(aMessage().withId(id(3)).withStatus(MessageStatus.RECEIVED));

    assertThat(found(filter().withStatuses(MessageStatus.FAILED, MessageStatus.RECEIVED)))
        .containsExactly(id(3), id(2));
    assertThat(found(filter().withStatuses(MessageStatus.SENT))).isEmpty();
  }

  @Test
  void filtersByLinesLeadAndBatch() {
    insert(aMessage().withId(id(1)).fromLine("line-1").forLead("lead-1").inBatch("b.1"));
    insert(aMessage().withId(id(2)).fromLine("line-2").forLead("lead-2").inBatch("$b"));
    insert(aMessage().withId(id(3)).withNothing());

    assertThat(found(filter().fromLines("line-1", "line-9"))).containsExactly(id(1));
    assertThat(found(filter().forLead("lead-2"))).containsExactly(id(2));
    assertThat(found(filter().inBatch("$b"))).containsExactly(id(2));
    assertThat(found(filter().inBatch("b"))).isEmpty();
    assertThat(found(filter().forLead("lead-2").inBatch("b.1"))).isEmpty();
  }

  @Test
  void filtersByCreationBothEndsIncluded() {
    insert(aMessage().withId(id(1)).createdAt(NOW));
    insert(aMessage().withId(id(2)).createdAt(NOW.plusMillis(1)));
    insert(aMessage().withId(id(3)).createdAt(NOW.plusMillis(2)));

    assertThat(found(filter().from(NOW.plusMillis(1)))).containsExactly(id(3), id(2));
    assertThat(found(filter().to(NOW.plusMillis(1)))).containsExactly(id(2), id(1));
    assertThat(found(filter().from(NOW.plusMillis(1)).to(NOW.plusMillis(1))))
        .containsExactly(id(2));
    assertThat(found(filter().from(NOW.plusMillis(2)).to(NOW))).isEmpty();
  }

  @Test
  void knowsProviderIdsOfAnyWorkspace() {
    insert(aMessage().withId(id(1)).inWorkspace(OTHER_WORKSPACE).withEverything());
    insert(aMessage().withId(id(2)));
    var known = aMessage().withEverything().build().progress().externalId().orElseThrow();

    assertThat(messages.knownExternalIds(List.of(known, "p:0/other", known)))
        .containsExactly(known);
    assertThat(messages.knownExternalIds(List.of("p:0/other"))).isEmpty();
    assertThat(messages.knownExternalIds(Set.of())).isEmpty();
  }

  @Test
  void countsTheWorkAtHandOverAllWorkspaces() {
    insert(aMessage().withId(id(1)));
    insert(aMessage().withId(id(2)).inWorkspace(OTHER_WORKSPACE).scheduledFor(NOW));
    insert(aMessage().withId(id(3)).withStatus(MessageStatus.QUEUED));
    insert(aSendingMessage("s-4").withId(id(4)));
    insert(aSendingMessage("s-5").withId(id(5)).inWorkspace(OTHER_WORKSPACE));
    insert(aMessage().withEverything().withId(id(6)).withStatus(MessageStatus.SENDING));
    insert(aMessage().withId(id(7)).withStatus(MessageStatus.SENT));

    assertThat(messages.counts()).isEqualTo(new MessageCounts(3, 2, 1));
  }

  private Message insert(MessageBuilder builder) {
    var message = builder.build();
    var lane = Optional.of(LANE).filter(any -> message.status().isWaiting());
    assertThat(messages.insert(message, lane, List.of())).isTrue();
    return message;
  }

  private List<String> found(FilterBuilder filter) {
    return ids(page(WORKSPACE, filter.build()).items());
  }

  private Page<Message> page(String workspaceId, MessageFilter filter) {
    return messages.page(workspaceId, filter, new PageRequest(1, 100));
  }

  private static FilterBuilder filter() {
    return new FilterBuilder();
  }

  private static List<String> ids(List<Message> found) {
    return found.stream().map(Message::id).toList();
  }
}
