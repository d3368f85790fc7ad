package io.tuco.core.story;

import static io.tuco.core.story.Requests.ADA;
import static io.tuco.core.story.Requests.BOB;
import static io.tuco.core.story.Requests.aText;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.EventName;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.harness.TucoHarness;
import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.DeviceMessage.Changes;
import io.tuco.core.intake.DeviceMessage.Context;
import io.tuco.core.intake.DeviceMessage.Reaction;
import io.tuco.core.intake.DeviceMessage.Receipts;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Direction;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.ReceivedFile;
import io.tuco.core.message.ReceivedPlace;
import io.tuco.core.message.Tapback;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.ReplyFilter;
import io.tuco.core.workspace.SendDefaults;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a device tells of its messages, however often and in whatever order it tells it. */
final class ReplyStoryTest {

  private static final PageRequest PAGE = new PageRequest(1, 100);

  private final TucoHarness tuco = TucoHarness.at("2027-03-12T15:00:00Z");

  private String device() {
    return tuco.device().id();
  }

  private String isSent() {
    var id = tuco.submits(aText("hello"));
    tuco.runsDueWork();
    return id;
  }

  private void hears(DeviceMessage told) {
    tuco.engine().deviceNews().heard(device(), told, tuco.now());
  }

  private void hearsOfAChange(DeviceMessage told) {
    tuco.engine().deviceNews().changed(device(), told, tuco.now());
  }

  private DeviceMessage from(String sender, String guid, String text) {
    return row(guid, false, Optional.of(sender), text, Receipts.none(), Changes.none());
  }

  private DeviceMessage ours(String guid, Receipts receipts) {
    return row(guid, true, Optional.empty(), "hello", receipts, Changes.none());
  }

  private DeviceMessage row(
      String guid,
      boolean ours,
      Optional<String> sender,
      String text,
      Receipts receipts,
      Changes changes) {
    return new DeviceMessage(
        guid,
        ours,
        Optional.empty(),
        sender,
        text,
        List.of(),
        tuco.now(),
        receipts,
        changes,
        Context.none(),
        0);
  }

  private static DeviceMessage within(DeviceMessage row, Context context) {
    return new DeviceMessage(
        row.guid(),
        row.ours(),
        row.token(),
        row.sender(),
        row.text(),
        row.files(),
        row.writtenAt(),
        row.receipts(),
        row.changes(),
        context,
        row.error());
  }

  private List<Message> replies() {
    return tuco
        .stores()
        .replies()
        .page(tuco.workspace().id(), ReplyFilter.everything(), PAGE)
        .items()
        .stream()
        .flatMap(row -> row.recent().stream())
        .toList();
  }

  private Message only() {
    assertThat(replies()).hasSize(1);
    return replies().get(0);
  }

  @Nested
  class AReply {

    @Test
    void belongsToTheLineTheLeadAndTheMessageThatItAnswers() {
      var id = isSent();

      hears(from(ADA, "G-1", "yes please"));

      var reply = only();
      assertThat(reply.direction()).isEqualTo(Direction.RECEIVED);
      assertThat(reply.content().text()).isEqualTo("yes please");
      assertThat(reply.origin().lineId()).contains(tuco.line().id());
      assertThat(reply.origin().leadId()).isEqualTo(tuco.message(id).origin().leadId());
      assertThat(reply.annotations().arrival().answers()).contains(id);
      assertThat(reply.timeline().history().entries())
          .singleElement()
          .satisfies(entry -> assertThat(entry.by()).isEqualTo(Actor.RELAY));
      assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT, EventName.MESSAGE_REPLY);
    }

    @Test
    void isStoredOnceHoweverOftenItIsTold() {
      isSent();

      hears(from(ADA, "G-1", "yes"));
      hears(from(ADA, "G-1", "yes"));
      hearsOfAChange(from(ADA, "G-1", "yes"));

      assertThat(replies()).hasSize(1);
      assertThat(tuco.published()).containsOnlyOnce(EventName.MESSAGE_REPLY);
    }

    @Test
    void ofSomebodyNobodyHasWrittenToBelongsToTheOnlyLine() {
      hears(from(BOB, "G-1", "who is this?"));

      assertThat(only().origin().lineId()).contains(tuco.line().id());
      assertThat(only().origin().leadId()).isEmpty();
      assertThat(only().person()).contains(BOB);
    }

    @Test
    void isReadInTheCountryOfTheLineWhenItsSenderHasNoCountry() {
      hears(from("(202) 555-0111", "G-1", "hi"));

      assertThat(only().recipient().phone()).map(phone -> phone.value()).contains(BOB);
    }

    @Test
    void namesTheMessageThatItIsAThreadedAnswerTo() {
      var first = isSent();
      tuco.passes(Duration.ofMinutes(2));
      isSent();
      var guid = tuco.message(first).progress().externalId();

      hears(
          within(
              from(ADA, "G-1", "about the first"),
              new Context(Optional.empty(), guid, Optional.empty())));

      assertThat(only().annotations().arrival().answers()).contains(first);
    }

    @Test
    void mayBeAFileAlone() {
      var file = new ReceivedFile("A-1", Optional.of("a.heic"), Optional.empty(), Optional.of(12L));
      var empty = from(ADA, "G-1", "");

      hears(empty);
      assertThat(replies()).isEmpty();
      hears(
          new DeviceMessage(
              "G-1",
              false,
              Optional.empty(),
              Optional.of(ADA),
              "",
              List.of(file),
              tuco.now(),
              Receipts.none(),
              Changes.none(),
              Context.none(),
              0));

      var stored = only().annotations().arrival().files().get(0);
      var pass = Fixtures.fileLinks().ofUrl(stored.url().orElseThrow()).orElseThrow();
      assertThat(stored).isEqualTo(file.at(stored.url().orElseThrow()));
      assertThat(pass.workspaceId()).isEqualTo(tuco.workspace().id());
      assertThat(ReceivedPlace.of(pass.fileId()).orElseThrow().in(only())).contains(stored);
    }

    @Test
    void fromBeforeOurTimeIsNoneWhenItIsOnlyChanged() {
      hearsOfAChange(from(ADA, "G-1", "long ago"));

      assertThat(replies()).isEmpty();
    }

    @Test
    void isNotOursToKeepWhenWeWroteItOnTheMac() {
      hears(ours("G-9", Receipts.none()));

      assertThat(replies()).isEmpty();
    }

    @Test
    void inAGroupIsStoredForNobodyAndToldToNobody() {
      isSent();

      hears(
          within(
              from(ADA, "G-1", "to all"),
              new Context(Optional.of("iMessage;+;chat1"), Optional.empty(), Optional.empty())));

      var stored = tuco.stores().messages().findByExternalId("G-1").orElseThrow();
      assertThat(stored.origin().leadId()).isEmpty();
      assertThat(stored.annotations().arrival().group()).contains("iMessage;+;chat1");
      assertThat(replies()).isEmpty();
      assertThat(tuco.published()).doesNotContain(EventName.MESSAGE_REPLY);
    }
  }

  @Nested
  class OnADeviceOfSeveralLines {

    private static final String OTHER_LINE = "0000000000000000000000aa";

    private void hasAnotherLine() {
      tuco.stores()
          .lines()
          .insert(
              Fixtures.aLine()
                  .withId(OTHER_LINE)
                  .inWorkspace(Fixtures.OTHER_WORKSPACE)
                  .onDevice(device())
                  .withPhone("+12025550177")
                  .build());
    }

    @Test
    void goesToTheLineThatLastWroteToTheAddress() {
      isSent();
      hasAnotherLine();

      hears(from(ADA, "G-1", "yes"));

      assertThat(only().origin().lineId()).contains(tuco.line().id());
    }

    @Test
    void goesToTheLineThatLastHeardFromTheAddress() {
      hears(from(BOB, "G-1", "first"));
      hasAnotherLine();

      hears(from(BOB, "G-2", "second"));

      assertThat(replies()).hasSize(2);
    }

    @Test
    void isKeptForTheOperatorWhenNobodyKnowsTheAddress() {
      hasAnotherLine();

      hears(from(BOB, "G-1", "who are you?"));
      hears(from(BOB, "G-1", "who are you?"));

      assertThat(replies()).isEmpty();
      assertThat(tuco.stores().inbox().strays(PAGE).items())
          .singleElement()
          .satisfies(stray -> assertThat(stray.sender()).isEqualTo(BOB));
    }
  }

  @Nested
  class Receipt {

    private final Instant read = Instant.parse("2027-03-12T15:00:09Z");

    private Receipts isRead() {
      return new Receipts(true, Optional.of(tuco.now().plusSeconds(5)), Optional.of(read));
    }

    private Receipts isDelivered() {
      return new Receipts(true, Optional.of(tuco.now().plusSeconds(5)), Optional.empty());
    }

    @Test
    void ofReadingSaysFirstThatItHadArrived() {
      var id = isSent();

      hearsOfAChange(ours("ROW-1", isRead()));

      var message = tuco.message(id);
      assertThat(message.status()).isEqualTo(MessageStatus.DELIVERED);
      assertThat(message.timeline().readAt()).contains(read);
      assertThat(tuco.published())
          .containsExactly(
              EventName.MESSAGE_SENT, EventName.MESSAGE_DELIVERED, EventName.MESSAGE_OPENED);
      assertThat(message.progress().events()).isEqualTo(3);
    }

    @Test
    void countsOnceAndNeverLowersAnything() {
      var id = isSent();

      hearsOfAChange(ours("ROW-1", isRead()));
      hearsOfAChange(ours("ROW-1", isDelivered()));
      hearsOfAChange(ours("ROW-1", Receipts.none()));
      hearsOfAChange(ours("ROW-1", isRead()));
      tuco.engine().lateNews().opened("ROW-1", read.plusSeconds(60), tuco.now());

      assertThat(tuco.message(id).timeline().readAt()).contains(read);
      assertThat(tuco.published()).hasSize(3);
    }

    @Test
    void ofAnotherDeviceIsNotBelieved() {
      var id = isSent();

      tuco.engine().deviceNews().changed("another", ours("ROW-1", isRead()), tuco.now());
      tuco.engine()
          .deviceNews()
          .heard(
              "another",
              within(
                  from(ADA, "T-1", ""),
                  new Context(
                      Optional.empty(),
                      Optional.empty(),
                      Optional.of(new Reaction("ROW-1", "love", false)))),
              tuco.now());

      assertThat(tuco.message(id).status()).isEqualTo(MessageStatus.SENT);
      assertThat(tuco.message(id).annotations().tapbacks()).isEmpty();
    }
  }

  @Nested
  class BesideAMessage {

    private DeviceMessage tapback(String word, boolean removed) {
      return within(
          from(ADA, "T-" + word + removed + tuco.now(), "Loved a message"),
          new Context(
              Optional.empty(),
              Optional.empty(),
              Optional.of(new Reaction("ROW-1", word, removed))));
    }

    @Test
    void standsTheLatestReactionOfThePersonAndItIsNoReply() {
      var id = isSent();
      var love = tapback("love", false);
      hears(love);
      tuco.passes(Duration.ofSeconds(1));
      var like = tapback("like", false);

      hears(like);
      hears(love);
      hears(like);

      assertThat(tuco.message(id).annotations().tapbacks())
          .containsExactly(new Tapback(ADA, "like", tuco.now(), false));
      assertThat(replies()).isEmpty();
      assertThat(tuco.published()).containsExactly(EventName.MESSAGE_SENT);
    }

    @Test
    void staysTakenBackWhatWasTakenBack() {
      var id = isSent();
      var love = tapback("love", false);
      hears(love);
      tuco.passes(Duration.ofSeconds(1));

      hears(tapback("love", true));
      hears(love);

      assertThat(tuco.message(id).annotations().tapbacks())
          .singleElement()
          .satisfies(tapback -> assertThat(tapback.removed()).isTrue());
    }

    @Test
    void standsWhatItsWriterMadeOfIt() {
      hears(from(BOB, "G-1", "at five"));
      var edited =
          row(
              "G-1",
              false,
              Optional.of(BOB),
              "at six",
              Receipts.none(),
              new Changes(Optional.of(tuco.now().plusSeconds(5)), Optional.empty()));
      var unsent =
          row(
              "G-1",
              false,
              Optional.of(BOB),
              "",
              Receipts.none(),
              new Changes(
                  Optional.of(tuco.now().plusSeconds(9)), Optional.of(tuco.now().plusSeconds(9))));

      hearsOfAChange(edited);
      hearsOfAChange(unsent);
      hearsOfAChange(edited);

      assertThat(only().content().text()).isEqualTo("at five");
      assertThat(only().annotations().edit()).map(edit -> edit.text()).contains("at six");
      assertThat(only().annotations().unsentAt()).contains(tuco.now().plusSeconds(9));
    }
  }

  @Nested
  class WhereAReplyStopsTheRest {

    private void hasABatchUnderWay() {
      var sent =
          Fixtures.aSendingMessage("s-1")
              .withId(Fixtures.id(1))
              .inBatch("batch-1")
              .fromLine(tuco.line().id())
              .build();
      var marked =
          sent.withProgress(
              sent.progress().touching(List.of(tuco.line().id() + ":" + ADA)), tuco.now());
      insert(marked.sent("ROW-77", tuco.now().minusSeconds(60)));
      waits(2, "batch-1", ADA);
      waits(3, "batch-2", ADA);
      waits(4, "batch-1", BOB);
    }

    private void waits(int number, String batch, String phone) {
      insert(
          Fixtures.aMessage()
              .withId(Fixtures.id(number))
              .inBatch(batch)
              .toPhone(phone)
              .forLead("lead of " + phone)
              .fromLine(tuco.line().id())
              .scheduledFor(tuco.now().plusSeconds(3_600))
              .withStatus(MessageStatus.SCHEDULED)
              .build());
    }

    private void insert(Message message) {
      tuco.stores().messages().insert(message, Optional.of(tuco.device().laneId()), List.of());
    }

    private void stopsOnReply(boolean stops) {
      tuco.workspaceBecomes(
          workspace ->
              Fixtures.aWorkspace()
                  .withId(workspace.id())
                  .sending(new SendDefaults(Duration.ZERO, stops, false))
                  .build());
    }

    @Test
    void cancelsWhatWaitsForThePersonInTheSameBatch() {
      stopsOnReply(true);
      hasABatchUnderWay();

      hears(from(ADA, "G-1", "yes"));

      assertThat(tuco.message(Fixtures.id(2)).status()).isEqualTo(MessageStatus.CANCELLED);
      assertThat(tuco.message(Fixtures.id(2)).progress().reason()).contains(Reasons.REPLIED);
      assertThat(tuco.message(Fixtures.id(2)).timeline().history().entries())
          .last()
          .satisfies(entry -> assertThat(entry.by()).isEqualTo(Actor.RELAY));
      assertThat(tuco.message(Fixtures.id(3)).status()).isEqualTo(MessageStatus.SCHEDULED);
      assertThat(tuco.message(Fixtures.id(4)).status()).isEqualTo(MessageStatus.SCHEDULED);
    }

    @Test
    void yieldsToAnOptOutWhichStopsEverything() {
      stopsOnReply(true);
      hasABatchUnderWay();

      hears(from(ADA, "G-1", "STOP"));
      hears(from(ADA, "G-1", "STOP"));

      assertThat(tuco.message(Fixtures.id(2)).progress().reason()).contains(Reasons.OPTED_OUT);
      assertThat(tuco.message(Fixtures.id(3)).progress().reason()).contains(Reasons.OPTED_OUT);
      assertThat(tuco.message(Fixtures.id(4)).status()).isEqualTo(MessageStatus.SCHEDULED);
      assertThat(tuco.published())
          .containsOnlyOnce(EventName.MESSAGE_REPLY, EventName.CONTACT_OPTED_OUT);
    }

    @Test
    void leavesItAllWhereTheWorkspaceWantsItSent() {
      stopsOnReply(false);
      hasABatchUnderWay();

      hears(from(ADA, "G-1", "yes"));

      assertThat(tuco.message(Fixtures.id(2)).status()).isEqualTo(MessageStatus.SCHEDULED);
    }
  }
}
