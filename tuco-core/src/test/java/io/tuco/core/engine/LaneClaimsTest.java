package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.dispatch.ClaimResult;
import io.tuco.core.dispatch.Closing;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.LaneSlot;
import io.tuco.core.event.Event;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.FakeAttachments;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.Places;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import io.tuco.core.message.WindowSettings;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Taking a lane: what is claimed, what keeps it, and what is found of an earlier owner. */
final class LaneClaimsTest {

  private static final String LANE = Fixtures.aDevice().build().laneId();
  private static final String OTHER_DEVICE = Fixtures.id(0xd2);
  private static final String OTHER_LINE = Fixtures.id(0x72);
  private static final String LINE = Fixtures.aLine().build().id();
  private static final Duration GAP = Duration.ofSeconds(30);

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final Stores stores = new InMemoryStores();
  private final List<String> woken = new ArrayList<>();
  private final LaneDesks desks = new LaneDesks();
  private final LaneClaims claims = claimsOf("node-1");

  @BeforeEach
  void storesOneLineOnOneHealthyDevice() {
    stores.workspaces().insert(Fixtures.aWorkspace().build());
    stores.devices().insert(Fixtures.aDevice().build());
    stores.lines().insert(Fixtures.aLine().build());
  }

  private LaneClaims claimsOf(String nodeId) {
    var ids = new SortableIds(clock, new Random(7));
    var events = new MessageEvents(ids);
    var facts = new RecentFacts(stores, Duration.ZERO, () -> 0);
    var senders = new Senders(facts);
    var followUps = new FollowUps(stores, events, Event::id, clock, woken::add);
    var endings =
        new Endings(
            stores,
            events,
            Event::id,
            followUps,
            facts,
            ids,
            outbox -> {},
            new EndWatch(stores.messages()));
    var waiting = new WaitingMessages(stores, senders, endings, woken::add);
    var lease = new NodeLease(nodeId, stores.nodes(), clock, () -> 0);
    lease.renew();
    return new LaneClaims(
        stores,
        desks,
        new HeadSearch(stores, facts, senders, () -> 0),
        new Preparation(
            stores,
            facts,
            senders,
            waiting,
            new FakeAttachments(),
            new AvailabilityMemory(10),
            DispatchSettings.documented(),
            () -> 0),
        new Interruptions(stores, facts, senders, endings),
        ids,
        lease);
  }

  private ClaimResult claim() {
    desks.expectMore(LANE, clock.instant());
    desks.of(LANE).forgetLane();
    return claims.claim(new LaneSlot(LANE, 0), clock.instant());
  }

  private Message waits(MessageBuilder message) {
    var stored = message.build();
    stores.messages().insert(stored, Optional.of(LANE), List.of());
    return stored;
  }

  private Message stored(Message message) {
    return stores.messages().find(message.workspaceId(), message.id()).orElseThrow();
  }

  private Lane lane() {
    return stores.lanes().find(LANE).orElseThrow();
  }

  private void isOpen(String sendId, String messageId, String owner, Optional<Places> places) {
    var unused = Lane.unused(LANE);
    var intent =
        new Intent(0, sendId, Fixtures.WORKSPACE, messageId, owner, clock.instant(), places);
    stores.lanes().replace(unused, unused.claimedBy(intent, clock.instant()));
  }

  private void addsASecondLine() {
    stores.devices().insert(Fixtures.aDevice().withId(OTHER_DEVICE).build());
    stores
        .lines()
        .insert(
            Fixtures.aLine()
                .withId(OTHER_LINE)
                .onDevice(OTHER_DEVICE)
                .withPhone("+12025550172")
                .build());
  }

  private void breaksTheDevice() {
    var down = SenderHealth.healthy(true, clock.instant()).down("gone", clock.instant());
    stores.devices().updateHealth(Fixtures.aDevice().build().id(), down);
  }

  @Test
  void writesTheIntentBeforeAnythingElse() {
    var message = waits(Fixtures.aMessage());

    var claimed = (ClaimResult.Claimed) claim();

    var intent = lane().inFlight(0).orElseThrow();
    assertThat(intent.messageId()).isEqualTo(message.id());
    assertThat(stored(message).status()).isEqualTo(MessageStatus.SENDING);
    assertThat(stored(message).progress().send().orElseThrow().id()).isEqualTo(intent.sendId());
    assertThat(claimed.lane().epoch()).isOne();
  }

  @Test
  void takesThePlacesInTheSameWriteAsTheIntent() {
    waits(Fixtures.aMessage());

    claim();

    var held = lane().inFlight(0).flatMap(Intent::places).orElseThrow();
    assertThat(held)
        .isEqualTo(new Places(LINE, LocalDate.of(2027, 3, 12), "2027-03-12T12", false, 1));
    assertThat(lane().usageOf(LINE).total()).isOne();
  }

  @Test
  void finishesAtOnceWhenNothingWaits() {
    assertThat(claim()).isEqualTo(new ClaimResult.Nothing(Optional.empty()));
  }

  @Test
  void looksAgainWhenTheNextMessageFallsDue() {
    var due = clock.instant().plusSeconds(90);
    waits(Fixtures.aMessage().scheduledFor(due));

    assertThat(claim()).isEqualTo(new ClaimResult.Nothing(Optional.of(due)));
  }

  @Test
  void restsUntilTheGapIsOver() {
    waits(Fixtures.aMessage());
    var freeAt = clock.instant().plusSeconds(30);
    var claimed = (ClaimResult.Claimed) claim();
    var released = claimed.lane().releasedBy(0, Closing.left(clock.instant(), freeAt));
    stores.lanes().replace(claimed.lane(), released);
    waits(Fixtures.aMessage().withId(Fixtures.id(0xe2)));

    assertThat(claim()).isEqualTo(new ClaimResult.Resting(freeAt));
  }

  @Test
  void passesOverAMessageThatWaitsForItsWindowAndLeavesItAsItIs() {
    var held =
        waits(
            Fixtures.aMessage()
                .withId(Fixtures.id(0xe0))
                .within(
                    new WindowSettings(
                        Optional.of(ZoneId.of("UTC")),
                        Optional.of(LocalTime.of(18, 0)),
                        Optional.of(LocalTime.of(19, 0)),
                        Set.of())));
    var free = waits(Fixtures.aMessage());

    var claimed = (ClaimResult.Claimed) claim();

    assertThat(claimed.message().id()).isEqualTo(free.id());
    assertThat(stored(held)).isEqualTo(held);
  }

  @Test
  void looksAgainWhenTheWindowOpensIfNothingElseWaits() {
    var window =
        new WindowSettings(
            Optional.of(ZoneId.of("UTC")),
            Optional.of(LocalTime.of(18, 0)),
            Optional.of(LocalTime.of(19, 0)),
            Set.of());
    waits(Fixtures.aMessage().within(window));

    claim();
    var again = claim();

    assertThat(again)
        .isEqualTo(new ClaimResult.Nothing(Optional.of(Instant.parse("2027-03-12T18:00:00Z"))));
  }

  private void readsAhead() {
    desks.expectMore(LANE, clock.instant());
    var facts = new RecentFacts(stores, Duration.ZERO, () -> 0);
    new HeadSearch(stores, facts, new Senders(facts), () -> 0)
        .search(desks.of(LANE), Lane.unused(LANE), clock.instant());
  }

  @Test
  void keepsTheOrderWhenTheHeadWasChangedMeanwhile() {
    var first = waits(Fixtures.aMessage().withId(Fixtures.id(0xe0)));
    waits(Fixtures.aMessage());
    readsAhead();
    var changed =
        first.withProgress(first.progress().voiding("send-0", clock.instant()), clock.instant());
    stores.messages().updateWaiting(changed, LANE);

    var claimed = (ClaimResult.Claimed) claims.claim(new LaneSlot(LANE, 0), clock.instant());

    assertThat(claimed.message().id()).isEqualTo(first.id());
  }

  @Test
  void goesOnToTheNextMessageWhenTheHeadWasCancelledMeanwhile() {
    var gone = waits(Fixtures.aMessage().withId(Fixtures.id(0xe0)));
    var next = waits(Fixtures.aMessage());
    readsAhead();
    stores.messages().endWaiting(gone.cancelled(Reasons.CANCELLED, clock.instant()), List.of());

    var claimed = (ClaimResult.Claimed) claims.claim(new LaneSlot(LANE, 0), clock.instant());

    assertThat(claimed.message().id()).isEqualTo(next.id());
    assertThat(stored(gone).status()).isEqualTo(MessageStatus.CANCELLED);
    assertThat(lane().inFlight()).hasSize(1);
    assertThat(lane().usageOf(LINE).total()).isOne();
  }

  @Test
  void asksLastWhetherThePersonMayBeWrittenTo() {
    var message = waits(Fixtures.aMessage());
    stores
        .doNotContact()
        .add(
            new DoNotContact(
                Fixtures.id(1),
                Fixtures.WORKSPACE,
                message.recipient().phone().orElseThrow(),
                Optional.empty(),
                DoNotContact.Source.MANUAL,
                clock.instant()));

    var claimed = (ClaimResult.Claimed) claim();

    assertThat(claimed.blocked()).contains(Reasons.DO_NOT_CONTACT);
  }

  @Nested
  class WhenTheLineCannotServe {

    @Test
    void movesAMessageToAHealthyLine() {
      addsASecondLine();
      breaksTheDevice();
      var message = waits(Fixtures.aMessage().fromLine(LINE));

      var result = claim();

      assertThat(result).isInstanceOf(ClaimResult.Nothing.class);
      assertThat(stored(message).origin().lineId()).contains(OTHER_LINE);
      assertThat(woken).containsExactly("device:" + OTHER_DEVICE);
    }

    @Test
    void leavesAPinnedMessageWaitingForItsDevice() {
      addsASecondLine();
      breaksTheDevice();
      var message = waits(Fixtures.aMessage().pinnedToLine(LINE));

      claim();
      var result = (ClaimResult.Nothing) claim();

      assertThat(stored(message)).isEqualTo(message);
      assertThat(result.lookAgainAt().orElseThrow()).isAfter(clock.instant().plusSeconds(1));
    }

    @Test
    void movesTheOthersPastAnyNumberOfPinnedMessages() {
      addsASecondLine();
      breaksTheDevice();
      for (var number = 1; number <= 20; number++) {
        waits(Fixtures.aMessage().withId(Fixtures.id(number)).pinnedToLine(LINE));
      }
      var movable = waits(Fixtures.aMessage().fromLine(LINE));

      claim();
      var result = (ClaimResult.Nothing) claim();

      assertThat(stored(movable).origin().lineId()).contains(OTHER_LINE);
      assertThat(result.lookAgainAt().orElseThrow()).isAfter(clock.instant().plusSeconds(1));
      assertThat(stores.messages().waitingFor(LINE, 99)).hasSize(20);
    }

    @Test
    void failsAPinnedMessageWhoseLineIsGone() {
      addsASecondLine();
      var message = waits(Fixtures.aMessage().pinnedToLine(LINE));
      stores.lines().delete(LINE);

      claim();

      assertThat(stored(message).status()).isEqualTo(MessageStatus.FAILED);
      assertThat(stored(message).progress().errorMessage()).contains(Reasons.LINE_GONE);
    }

    @Test
    void movesAnUnpinnedMessageEvenToALineThatIsDown() {
      addsASecondLine();
      stores.devices().updateHealth(OTHER_DEVICE, SenderHealth.unknown());
      var message = waits(Fixtures.aMessage().fromLine(LINE));
      stores.lines().delete(LINE);

      claim();

      assertThat(stored(message).status()).isEqualTo(MessageStatus.PENDING);
      assertThat(stored(message).origin().lineId()).contains(OTHER_LINE);
    }

    @Test
    void failsAMessageThatNoLineIsLeftFor() {
      var message = waits(Fixtures.aMessage().fromLine(LINE));
      stores.lines().delete(LINE);

      claim();

      assertThat(stored(message).status()).isEqualTo(MessageStatus.FAILED);
    }
  }

  @Nested
  class WithAnOpenIntent {

    private Message isSending(String owner) {
      var message = Fixtures.aMessage().fromLine(LINE).inAttempt("send-1").build();
      stores.messages().insert(message, Optional.empty(), List.of());
      isOpen("send-1", message.id(), owner, Optional.empty());
      return message;
    }

    @Test
    void settlesItBeforeAnythingIsSent() {
      var interrupted = isSending("node-1");
      waits(Fixtures.aMessage().withId(Fixtures.id(0xe2)));

      var result = (ClaimResult.Interrupted) claim();

      assertThat(result.message().id()).isEqualTo(interrupted.id());
    }

    @Test
    void leavesALivingNodeItsSend() {
      isSending("node-2");
      stores.nodes().beat("node-2", clock.instant().plusSeconds(10));

      assertThat(claim()).isInstanceOf(ClaimResult.Nothing.class);
      assertThat(lane().epoch()).isOne();
    }

    @Test
    void takesOverFromASilentNodeUnderTheNextNumber() {
      isSending("node-2");

      var result = (ClaimResult.Interrupted) claim();

      assertThat(result.lane().epoch()).isEqualTo(2);
      assertThat(result.lane().inFlight(0).orElseThrow().owner()).isEqualTo("node-1");
    }

    @Test
    void restsAFullGapAfterAnIntentWhoseMessageHasItsResult() {
      isOpen("send-0", Fixtures.id(0xee), "node-1", Optional.empty());

      var result = (ClaimResult.Settled) claim();

      assertThat(result.closing().freeAt()).isEqualTo(clock.instant().plus(GAP));
    }

    @Test
    void keepsThePlacesOfAnIntentWhoseMessageWasSent() {
      var sent = Fixtures.aMessage().inAttempt("send-0").build().sent("ROW-1", clock.instant());
      stores.messages().insert(sent, Optional.empty(), List.of());
      var places = new Places(LINE, LocalDate.of(2027, 3, 12), "2027-03-12T12", true, 2);
      isOpen("send-0", sent.id(), "node-2", Optional.of(places));

      var result = (ClaimResult.Settled) claim();

      var after = result.lane().releasedBy(0, result.closing()).usageOf(LINE);
      assertThat(after.total()).isOne();
      assertThat(after.firsts()).isOne();
      assertThat(after.lookUps()).isEqualTo(2);
    }

    @Test
    void keepsThePlaceOfASendThatAnotherSlotHasRepeatedMeanwhile() {
      var now = clock.instant();
      var first = Fixtures.aMessage().inAttempt("send-0").build().unknown(now, now);
      var again = first.waitingAgain(first.progress().afterRepeat(), now);
      var send = first.progress().send().orElseThrow();
      var second =
          again
              .sending(
                  new Send(
                      "send-1", send.text(), send.addresses(), send.parts(), now, Optional.empty()),
                  now)
              .sent("ROW-2", now);
      stores.messages().insert(second, Optional.empty(), List.of());
      var places = new Places(LINE, LocalDate.of(2027, 3, 12), "2027-03-12T12", false, 0);
      isOpen("send-0", second.id(), "node-2", Optional.of(places));

      var result = (ClaimResult.Settled) claim();

      assertThat(result.lane().releasedBy(0, result.closing()).usageOf(LINE).total()).isOne();
    }

    @Test
    void givesThePlacesOfAnIntentBackWhoseMessageNeverBegan() {
      var waiting = waits(Fixtures.aMessage());
      var places = new Places(LINE, LocalDate.of(2027, 3, 12), "2027-03-12T12", true, 0);
      isOpen("send-0", waiting.id(), "node-2", Optional.of(places));

      var result = (ClaimResult.Settled) claim();

      var after = result.lane().releasedBy(0, result.closing()).usageOf(LINE);
      assertThat(after.total()).isZero();
      assertThat(after.firsts()).isZero();
      assertThat(after.day()).isNotEqualTo(LineUsage.nothing().day());
    }

    @Test
    void settlesASendWhoseLineWasDeletedMeanwhile() {
      var interrupted = isSending("node-1");
      stores.lines().delete(LINE);

      var result = claim();

      assertThat(result).isInstanceOf(ClaimResult.Interrupted.class);
      assertThat(((ClaimResult.Interrupted) result).message().id()).isEqualTo(interrupted.id());
    }

    @Test
    void leavesASendUnknownWhoseDeviceWasRemoved() {
      var interrupted = isSending("node-1");
      stores.devices().delete(Fixtures.aDevice().build().id());

      var result = (ClaimResult.Settled) claim();

      assertThat(stored(interrupted).isUnknown()).isTrue();
      assertThat(stored(interrupted).status()).isEqualTo(MessageStatus.SENDING);
      assertThat(result.closing().left()).isTrue();
      assertThat(result.closing().success()).isEqualTo(Closing.Success.UNTESTED);
    }

    @Test
    void leavesASendAsItIsThatIsUnknownAlready() {
      var interrupted = isSending("node-1");
      var unknown = interrupted.unknown(clock.instant(), clock.instant());
      stores.messages().record("send-1", unknown, Optional.empty(), List.of());
      stores.devices().delete(Fixtures.aDevice().build().id());

      var result = claim();

      assertThat(result).isInstanceOf(ClaimResult.Settled.class);
      assertThat(stored(interrupted)).isEqualTo(unknown);
    }
  }
}
