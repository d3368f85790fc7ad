package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.message.FollowUp;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Part;
import io.tuco.core.message.Part.PartFile;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Send;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a message is found by besides its id: sends, providers' ids, touches, texts it owes. */
abstract class MessageMarksContract {

  private static final String LANE = "device:" + id(0xd1);
  private static final PhoneNumber ADA = new PhoneNumber("+12025550100");

  private MessageStore messages;

  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    messages = openStores().messages();
  }

  @Test
  void findsAMessageByTheSendUnderWay() {
    var sending = insert(aSendingMessage("s-1").inWorkspace(OTHER_WORKSPACE));

    assertThat(messages.findBySend("s-1")).contains(sending);
    assertThat(messages.findBySend("s-2")).isEmpty();
  }

  @Test
  void findsAMessageByASendThatBeganInTheStore() {
    insert(aMessage());
    var sending = aSendingMessage("s-1").build();
    messages.beginSend(sending, LANE);

    assertThat(messages.findBySend("s-1")).contains(sending);
  }

  @Test
  void findsAMessageByEarlierSendsToo() {
    insert(aSendingMessage("s-1"));
    var waiting = again(aSendingMessage("s-1").build());
    record("s-1", waiting);
    var second = waiting.sending(send("s-2"), NOW.plusSeconds(60));
    messages.beginSend(second, LANE);
    record("s-2", again(second));
    var third = again(second).sending(send("s-3"), NOW.plusSeconds(120));
    messages.beginSend(third, LANE);

    assertThat(third.progress().tries().earlierSends()).containsExactly("s-1", "s-2");
    assertThat(messages.findBySend("s-1")).contains(third);
    assertThat(messages.findBySend("s-2")).contains(third);
    assertThat(messages.findBySend("s-3")).contains(third);
  }

  @Test
  void findsAMessageByTheIdItsProviderKnowsItBy() {
    insert(aSendingMessage("s-1"));
    var sent = aSendingMessage("s-1").build().sent("p:0/GUID-1", NOW);
    record("s-1", sent);

    assertThat(messages.findByExternalId("p:0/GUID-1")).contains(sent);
    assertThat(messages.findByExternalId("p:0/GUID-2")).isEmpty();
    assertThat(messages.findByExternalId("")).isEmpty();
  }

  @Test
  void findsAMessageByEachOfItsPartsWhileOthersAreToFollow() {
    insert(aMessage());
    var begun = aMessage().build().sending(sendOfTwo("s-1"), NOW);
    messages.beginSend(begun, LANE);
    var first = begun.partSent(begun.progress().send().get().parts().get(0), ADA, "G-0", NOW);
    record("s-1", first);

    assertThat(messages.findByExternalId("G-0")).contains(first);

    var second = first.partSent(first.progress().send().get().parts().get(1), ADA, "G-1", NOW);
    var sent = second.sent("G-0", NOW);
    record("s-1", sent);

    assertThat(messages.findByExternalId("G-0")).contains(sent);
    assertThat(messages.findByExternalId("G-1")).contains(sent);
  }

  @Test
  void tellsWhichProviderIdsAreKnownThoseOfPartsIncluded() {
    insert(aMessage());
    var begun = aMessage().build().sending(sendOfTwo("s-1"), NOW);
    messages.beginSend(begun, LANE);
    var first = begun.partSent(begun.progress().send().get().parts().get(0), ADA, "G-0", NOW);
    record("s-1", first);
    insert(aSendingMessage("s-2").withId(id(2)).inWorkspace(OTHER_WORKSPACE));
    var other = aSendingMessage("s-2").withId(id(2)).inWorkspace(OTHER_WORKSPACE).build();
    record("s-2", other.sent("G-9", NOW));

    assertThat(messages.knownExternalIds(Set.of("G-0", "G-1", "G-9")))
        .containsExactlyInAnyOrder("G-0", "G-9");
    assertThat(messages.knownExternalIds(List.of())).isEmpty();
  }

  @Test
  void tellsWhichTouchesHaveBeenMade() {
    insert(aMessage().withId(id(1)).withProgress(touching("line-1:lead-1", "line-1:+12025550100")));
    var met = aMessage().withId(id(2)).withStatus(MessageStatus.FALLBACK);
    insert(met.withProgress(touching("line-2:lead-1")).inWorkspace(OTHER_WORKSPACE));
    insert(aMessage().withId(id(3)));

    assertThat(
            messages.touched(
                List.of(
                    "line-1:lead-1",
                    "line-1:+12025550100",
                    "line-2:lead-1",
                    "line-2:+12025550100",
                    "line-1:lead")))
        .containsExactlyInAnyOrder("line-1:lead-1", "line-1:+12025550100", "line-2:lead-1");
    assertThat(messages.touched(List.of())).isEmpty();
    var later = messages.askTouched(List.of("line-2:lead-1", "line-9:lead-1"));
    assertThat(messages.askTouched(List.of("line-9:lead-1")).answer()).isEmpty();
    assertThat(later.answer()).containsExactly("line-2:lead-1");
  }

  @Test
  void tellsATouchThatCameWithARecord() {
    insert(aSendingMessage("s-1"));
    var sent = aSendingMessage("s-1").build().sent("p:0/GUID-1", NOW);
    record("s-1", sent.withProgress(sent.progress().touching(List.of("line-1:lead-1")), NOW));

    assertThat(messages.touched(List.of("line-1:lead-1"))).containsExactly("line-1:lead-1");
  }

  @Test
  void listsMessagesThatOweAText() {
    var owing = insert(owing(1).inWorkspace(OTHER_WORKSPACE));
    insert(aMessage().withId(id(2)).withStatus(MessageStatus.FAILED));
    var made = aMessage().withId(id(3)).withStatus(MessageStatus.FALLBACK).build();
    messages.insert(made.followedBy(new FollowUp(id(0xf3), true)), Optional.empty(), List.of());

    assertThat(messages.owingFollowUp(9)).containsExactly(owing);
  }

  @Test
  void listsNoMoreOfThemThanAsked() {
    insert(owing(1));
    insert(owing(2));
    insert(owing(3));

    assertThat(messages.owingFollowUp(2)).hasSize(2);
    assertThat(messages.owingFollowUp(9)).hasSize(3);
  }

  @Test
  void listsATextThatIsOwedByEveryKindOfEnd() {
    insert(aSendingMessage("s-1").withId(id(1)));
    record("s-1", owed(aSendingMessage("s-1").withId(id(1)).build().failed("no", NOW)));
    insert(aMessage().withId(id(2)));
    messages.endWaiting(owed(aMessage().withId(id(2)).build().failed("no", NOW)), List.of());
    var sent = insert(aMessage().withId(id(3)).withStatus(MessageStatus.SENT));
    messages.amend(MessageStatus.SENT, owed(sent.fellBack(NOW)), List.of());

    assertThat(messages.owingFollowUp(9).stream().map(Message::id))
        .containsExactlyInAnyOrder(id(1), id(2), id(3));
  }

  @Test
  void listsATextNoMoreOnceItIsMade() {
    var owing = insert(owing(1));

    messages.followUpMade(OTHER_WORKSPACE, owing.id());
    assertThat(messages.owingFollowUp(9)).hasSize(1);
    messages.followUpMade(WORKSPACE, owing.id());
    messages.followUpMade(WORKSPACE, owing.id());

    assertThat(messages.owingFollowUp(9)).isEmpty();
    assertThat(messages.find(WORKSPACE, owing.id()))
        .contains(owing.followedBy(new FollowUp(id(0xf0), true)));
  }

  @Test
  void makesNoTextOfAMessageThatOwesNone() {
    var message = insert(aMessage());

    messages.followUpMade(WORKSPACE, message.id());
    messages.followUpMade(WORKSPACE, id(404));

    assertThat(messages.find(WORKSPACE, message.id())).contains(message);
    assertThat(messages.heads(WaitingQueue.of(message, LANE), 9)).containsExactly(message);
  }

  private Message insert(MessageBuilder builder) {
    var message = builder.build();
    var lane = Optional.of(LANE).filter(any -> message.status().isWaiting());
    assertThat(messages.insert(message, lane, List.of())).isTrue();
    return message;
  }

  private void record(String sendId, Message after) {
    var lane = Optional.of(LANE).filter(any -> after.status().isWaiting());
    assertThat(messages.record(sendId, after, lane, List.of())).isTrue();
  }

  private static Message again(Message sending) {
    var progress = sending.progress().afterAttempt().waitingUntil(Optional.of(NOW), "Again.");
    return sending.waitingAgain(progress, NOW);
  }

  private static Send send(String id) {
    return Send.ofText(id, "Hi from the clinic.", List.of(ADA), NOW);
  }

  private static Send sendOfTwo(String id) {
    var file = new PartFile(0, "a.png", 1_000, "image/png");
    var parts = List.of(Part.text(0), Part.file(1, file));
    return new Send(id, "Hi from the clinic.", List.of(ADA), parts, NOW, Optional.empty());
  }

  private static Progress touching(String... marks) {
    return Progress.none().touching(List.of(marks));
  }

  private static Message owed(Message ended) {
    return ended.followedBy(FollowUp.owed(id(0xf0)));
  }

  private static MessageBuilder owing(int number) {
    var owing = owed(aMessage().build());
    return aMessage()
        .withId(id(number))
        .withStatus(MessageStatus.FALLBACK)
        .withProgress(owing.progress());
  }
}
