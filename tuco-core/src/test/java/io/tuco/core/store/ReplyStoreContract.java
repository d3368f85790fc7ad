package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.aMessage;
import static io.tuco.core.fixture.Fixtures.aSendingMessage;
import static io.tuco.core.fixture.Fixtures.anEvent;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.intake.InboundMessage;
import io.tuco.core.intake.InboundMessage.Belonging;
import io.tuco.core.message.Arrival;
import io.tuco.core.message.Content;
import io.tuco.core.message.Direction;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ReplyStore} promises, and how replies are stored. */
public abstract class ReplyStoreContract {

  private static final PhoneNumber PHONE = new PhoneNumber("+12025550100");
  private static final EmailAddress EMAIL = new EmailAddress("ada@example.com");
  private static final String LINE = id(0x71);

  private MessageStore messages;
  private ReplyStore replies;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    var stores = openStores();
    messages = stores.messages();
    replies = stores.replies();
  }

  @Test
  void storesAReplyOnceHoweverOftenItIsReported() {
    var report = reply("guid-1", PHONE, NOW, ofLead(id(1)));

    assertThat(insert(report)).isTrue();
    assertThat(insert(report)).isFalse();
    assertThat(insert(reply("guid-1", PHONE, NOW.plusSeconds(9), ofLead(id(1))))).isFalse();
    assertThat(insert(reply("guid-2", PHONE, NOW, ofLead(id(1))))).isTrue();
    assertThat(insert(reply(OTHER_WORKSPACE, "guid-1", PHONE, NOW, ofLead(id(1))))).isTrue();

    var stored = messages.find(WORKSPACE, report.id()).orElseThrow();
    assertThat(stored).isEqualTo(received(report));
    assertThat(stored.direction()).isEqualTo(Direction.RECEIVED);
    assertThat(stored.status()).isEqualTo(MessageStatus.RECEIVED);
    assertThat(messages.knownExternalIds(List.of("guid-1"))).containsExactly("guid-1");
  }

  @Test
  void storesAReplyWithItsEvents() {
    var report = reply("guid-1", PHONE, NOW, ofLead(id(1)));

    messages.insert(received(report), Optional.empty(), List.of(anEvent("evt_1", 1)));

    assertThat(messages.undrained(9))
        .extracting(outbox -> outbox.messageId())
        .containsExactly(report.id());
  }

  @Test
  void answersOneRowPerPersonNewestFirst() {
    insert(reply("a-1", PHONE, NOW, ofLead(id(1))));
    insert(reply("b-1", PHONE, NOW.plusSeconds(1), ofLead(id(2))));
    insert(reply("a-2", EMAIL, NOW.plusSeconds(2), ofLead(id(1))));
    insert(reply("c-1", PHONE, NOW.plusSeconds(3), Belonging.unknown()));
    insert(reply("c-2", PHONE, NOW.plusSeconds(4), Belonging.unknown()));
    insert(reply("d-1", EMAIL, NOW.plusSeconds(3), Belonging.unknown()));
    insert(reply(OTHER_WORKSPACE, "e-1", PHONE, NOW.plusSeconds(9), ofLead(id(3))));

    assertThat(found(ReplyFilter.everything())).containsExactly("c-2", "d-1", "a-2", "b-1");
    assertThat(page(ReplyFilter.everything()).totalCount()).isEqualTo(4);
  }

  @Test
  void cutsTheRowsIntoPages() {
    for (var number = 0; number < 7; number++) {
      insert(reply("old-" + number, PHONE, NOW.plusSeconds(number), ofLead(id(number))));
      insert(reply("new-" + number, PHONE, NOW.plusSeconds(100 + number), ofLead(id(number))));
    }

    var second = replies.page(WORKSPACE, ReplyFilter.everything(), new PageRequest(2, 3));
    var beyond = replies.page(WORKSPACE, ReplyFilter.everything(), new PageRequest(4, 3));

    assertThat(guids(second.items())).containsExactly("new-3", "new-2", "new-1");
    assertThat(second.totalCount()).isEqualTo(7);
    assertThat(second.totalPages()).isEqualTo(3);
    assertThat(beyond.items()).isEmpty();
    assertThat(beyond.totalCount()).isEqualTo(7);
  }

  @Test
  void tellsTheLatestRepliesOfThePersonTheRowsOwnAmongThem() {
    for (var number = 0; number < 13; number++) {
      insert(reply("a-" + number, PHONE, NOW.plusSeconds(number), ofLead(id(1))));
    }
    insert(reply("b-1", PHONE, NOW.plusSeconds(5), ofLead(id(2))));

    var row = page(ReplyFilter.everything()).items().get(0);

    assertThat(row.recent())
        .extracting(each -> each.progress().externalId().orElseThrow())
        .containsExactly("a-12", "a-11", "a-10", "a-9", "a-8", "a-7", "a-6", "a-5", "a-4", "a-3");
  }

  @Test
  void tellsWhatHadBeenSentToTheLead() {
    for (var number = 0; number < 13; number++) {
      sent(number, id(1), NOW.plusSeconds(number), MessageStatus.SENT);
    }
    sent(50, id(2), NOW, MessageStatus.SENT);
    sent(51, id(1), NOW, MessageStatus.FAILED);
    sent(52, id(1), NOW.plusSeconds(99), MessageStatus.SENT);
    sent(53, id(1), NOW.plusSeconds(20), MessageStatus.DELIVERED);
    insert(reply("a-1", PHONE, NOW.plusSeconds(60), ofLead(id(1))));

    var row = page(ReplyFilter.everything()).items().get(0);

    assertThat(row.parents())
        .extracting(Message::id)
        .containsExactly(id(53), id(12), id(11), id(10), id(9), id(8), id(7), id(6), id(5), id(4));
  }

  @Test
  void tellsOfAnUnknownPersonWhatTheLineHasWrittenToTheAddress() {
    var written =
        aMessage().withId(id(1)).forLead(id(404)).fromLine(LINE).withStatus(MessageStatus.SENT);
    var reached = written.build();
    messages.insert(
        reached.withProgress(reached.progress().touching(List.of(LINE + ":" + PHONE.value())), NOW),
        Optional.empty(),
        List.of());
    var overTheLine = reply("a-1", PHONE, NOW.plusSeconds(1), onLine(LINE));
    insert(overTheLine);
    insert(reply("b-1", EMAIL, NOW.plusSeconds(2), onLine(LINE)));
    insert(reply("c-1", new PhoneNumber("+12025550101"), NOW.plusSeconds(2), onLine(id(9))));

    assertThat(page(ReplyFilter.everything()).items())
        .filteredOn(row -> !row.parents().isEmpty())
        .singleElement()
        .satisfies(row -> assertThat(row.message().id()).isEqualTo(overTheLine.id()))
        .satisfies(row -> assertThat(row.parents()).extracting(Message::id).containsExactly(id(1)));
  }

  @Test
  void filtersByPersonAddressLineAndDate() {
    insert(reply("a-1", PHONE, NOW, new Belonging(Optional.of(LINE), Optional.of(id(1)), none())));
    insert(reply("a-2", EMAIL, NOW.plusMillis(5), ofLead(id(1))));
    insert(reply("b-1", PHONE, NOW.plusMillis(9), onLine(id(9))));

    assertThat(found(filter(Set.of(LINE), none(), none(), none()))).containsExactly("a-1");
    assertThat(found(filter(Set.of(), Optional.of(id(1)), none(), none()))).containsExactly("a-2");
    assertThat(found(filter(Set.of(), none(), Optional.of(PHONE), none())))
        .containsExactly("b-1", "a-1");
    assertThat(found(filter(Set.of(), none(), none(), Optional.of(EMAIL)))).containsExactly("a-2");
    assertThat(found(between(NOW, NOW.plusMillis(4)))).containsExactly("a-1");
    assertThat(found(between(NOW.plusMillis(5), NOW.plusMillis(9)))).containsExactly("b-1", "a-2");
    assertThat(found(between(NOW.plusMillis(10), NOW.plusMillis(11)))).isEmpty();
  }

  @Test
  void showsOnlyWhatWentOverTheLinesThatWereAskedFor() {
    var mine = new Belonging(Optional.of(LINE), Optional.of(id(1)), none());
    var others = new Belonging(Optional.of(id(0x72)), Optional.of(id(1)), none());
    insert(reply("mine", PHONE, NOW.plusSeconds(5), mine));
    insert(reply("others", PHONE, NOW.plusSeconds(4), others));
    sent(1, id(1), NOW, MessageStatus.SENT);

    var row = page(filter(Set.of(LINE), none(), none(), none())).items().get(0);

    assertThat(guids(List.of(row))).containsExactly("mine");
    assertThat(row.recent()).hasSize(1);
    assertThat(row.parents()).isEmpty();
    assertThat(replies.rowOf(row.message(), Set.of()).recent()).hasSize(2);
    assertThat(replies.rowOf(row.message(), Set.of()).parents()).hasSize(1);
  }

  @Test
  void listsNothingThatWasSaidInAGroup() {
    insert(reply("a-1", PHONE, NOW, onLine(LINE)));
    insert(
        new InboundMessage(
            WORKSPACE,
            MessageType.IMESSAGE,
            PHONE,
            Content.text("to all of you"),
            "g-1",
            NOW.plusSeconds(1),
            onLine(LINE),
            Arrival.none().inGroup("iMessage;+;chat1")));

    assertThat(found(ReplyFilter.everything())).containsExactly("a-1");
    assertThat(page(ReplyFilter.everything()).totalCount()).isEqualTo(1);
    assertThat(replies.lastHeard(List.of(LINE), PHONE))
        .get()
        .satisfies(
            heard -> assertThat(heard.progress().externalId()).isEqualTo(Optional.of("a-1")));
  }

  @Test
  void tellsWhatALineOfADeviceSentLastToAnAddressInAnyWorkspace() {
    touched(1, LINE, MessageStatus.SENT, 1);
    touched(2, id(0x72), MessageStatus.DELIVERED, 5);
    touched(3, id(0x73), MessageStatus.SENT, 9);
    touched(4, LINE, MessageStatus.FALLBACK, 10);
    touched(5, LINE, MessageStatus.SENT, 3);

    assertThat(replies.lastSent(List.of(LINE, id(0x72)), PHONE)).map(Message::id).contains(id(2));
    assertThat(replies.lastSent(List.of(LINE), PHONE)).map(Message::id).contains(id(5));
    assertThat(replies.lastSent(List.of(LINE), EMAIL)).isEmpty();
    assertThat(replies.lastSent(List.of(), PHONE)).isEmpty();
  }

  @Test
  void tellsWhatTheWorkspacesOwnAccountSentForALine() {
    touched(1, LINE, MessageStatus.SENT, 1);
    sent(2, LINE, Touches.marksOfAnybody(LINE, PHONE.value()).get(1), MessageStatus.SENT, 3);

    assertThat(replies.lastSent(List.of(LINE), PHONE)).map(Message::id).contains(id(2));
    assertThat(replies.lastSent(List.of(id(0x72)), PHONE)).isEmpty();
  }

  @Test
  void tellsWhatALineOfADeviceHeardLastFromAnAddress() {
    insert(reply("a-1", PHONE, NOW, new Belonging(Optional.of(LINE), Optional.of(id(1)), none())));
    insert(reply(OTHER_WORKSPACE, "b-1", PHONE, NOW.plusSeconds(2), onLine(id(0x72))));
    insert(reply("c-1", EMAIL, NOW.plusSeconds(3), onLine(LINE)));

    assertThat(heard(List.of(LINE, id(0x72)))).contains("b-1");
    assertThat(heard(List.of(LINE))).contains("a-1");
    assertThat(heard(List.of(id(9)))).isEmpty();
  }

  private Optional<String> heard(List<String> lines) {
    return replies
        .lastHeard(lines, PHONE)
        .map(message -> message.progress().externalId().orElseThrow());
  }

  /** Sent so many seconds after now, if it was. */
  private void touched(int number, String line, MessageStatus status, int seconds) {
    sent(number, line, Touches.mark(line, PHONE.value()), status, seconds);
  }

  private void sent(int number, String line, String mark, MessageStatus status, int seconds) {
    var at = NOW.plusSeconds(seconds);
    var sending = aSendingMessage("s-" + number).withId(id(number)).fromLine(line).build();
    var marked = sending.withProgress(sending.progress().touching(List.of(mark)), NOW);
    var sent = status == MessageStatus.FALLBACK ? marked.fellBack(at) : marked.sent("r", at);
    messages.insert(
        status == MessageStatus.DELIVERED ? sent.delivered(at, at) : sent,
        Optional.empty(),
        List.of());
  }

  @Test
  void forgetsTheRepliesOfALeadWithIt() {
    insert(reply("a-1", PHONE, NOW, ofLead(id(1))));
    insert(reply("b-1", PHONE, NOW, ofLead(id(2))));

    messages.forgetOfLead(WORKSPACE, id(1));
    messages.deleteForgotten();

    assertThat(found(ReplyFilter.everything())).containsExactly("b-1");
  }

  @Test
  void datesAReplyByWhenItWasWrittenButNeverAfterItCame() {
    var early = reply("a", PHONE, NOW.minusSeconds(60), ofLead(id(1))).received(NOW, "c");
    var ahead = reply("b", PHONE, NOW.plusSeconds(60), ofLead(id(1))).received(NOW, "c");

    assertThat(early.timeline().createdAt()).isEqualTo(NOW.minusSeconds(60));
    assertThat(early.timeline().updatedAt()).isEqualTo(NOW);
    assertThat(ahead.timeline().createdAt()).isEqualTo(NOW);
  }

  private void sent(int number, String lead, Instant at, MessageStatus status) {
    var message = aMessage().withId(id(number)).forLead(lead).fromLine("line-9").createdAt(at);
    messages.insert(message.withStatus(status).build(), Optional.empty(), List.of());
  }

  private boolean insert(InboundMessage report) {
    return messages.insert(received(report), Optional.empty(), List.of());
  }

  private static Message received(InboundMessage report) {
    return report.received(NOW.plusSeconds(1_000), "corr-1");
  }

  private static InboundMessage reply(String guid, Address from, Instant at, Belonging to) {
    return reply(WORKSPACE, guid, from, at, to);
  }

  private static InboundMessage reply(
      String workspaceId, String guid, Address from, Instant at, Belonging to) {
    return new InboundMessage(
        workspaceId, MessageType.IMESSAGE, from, Content.text("said " + guid), guid, at, to);
  }

  private static Belonging ofLead(String leadId) {
    return new Belonging(Optional.empty(), Optional.of(leadId), Optional.of("Ada"));
  }

  private static Belonging onLine(String lineId) {
    return new Belonging(Optional.of(lineId), Optional.empty(), Optional.empty());
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static ReplyFilter filter(
      Set<String> lines,
      Optional<String> lead,
      Optional<PhoneNumber> phone,
      Optional<EmailAddress> email) {
    return new ReplyFilter(lines, lead, phone, email, none(), none());
  }

  private static ReplyFilter between(Instant from, Instant to) {
    return new ReplyFilter(Set.of(), none(), none(), none(), Optional.of(from), Optional.of(to));
  }

  private List<String> found(ReplyFilter filter) {
    return guids(page(filter).items());
  }

  private Page<Reply> page(ReplyFilter filter) {
    return replies.page(WORKSPACE, filter, new PageRequest(1, 100));
  }

  private static List<String> guids(List<Reply> rows) {
    return rows.stream().map(row -> row.message().progress().externalId().orElseThrow()).toList();
  }
}
