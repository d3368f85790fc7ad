package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.dispatch.ClaimResult;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.event.MessageEvent;
import io.tuco.core.event.MessageEvents;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.MessageBuilder;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.WindowSettings;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.time.Instant;
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

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final Stores stores = new InMemoryStores();
  private final List<String> woken = new ArrayList<>();
  private final LaneClaims claims = claimsOf("node-1");

  @BeforeEach
  void storesOneLineOnOneHealthyDevice() {
    stores.workspaces().insert(Fixtures.aWorkspace().build());
    stores.devices().insert(Fixtures.aDevice().build());
    stores.lines().insert(Fixtures.aLine().build());
  }

  private LaneClaims claimsOf(String nodeId) {
    var ids = new SortableIds(clock, new Random(7));
    var waiting = new WaitingMessages(stores, new MessageEvents(ids), MessageEvent::id, woken::add);
    return new LaneClaims(
        stores, waiting, ids, new NodeLease(nodeId, stores.nodes(), clock, () -> 0));
  }

  private ClaimResult claim() {
    return claims.claim(LANE, clock.instant());
  }

  private Message waits(MessageBuilder message) {
    var stored = message.build();
    stores.messages().insert(stored, Optional.of(LANE), List.of());
    return stored;
  }

  private Message stored(Message message) {
    return stores.messages().find(message.workspaceId(), message.id()).orElseThrow();
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

    var intent = stores.lanes().find(LANE).flatMap(Lane::inFlight).orElseThrow();
    assertThat(intent.messageId()).isEqualTo(message.id());
    assertThat(stored(message).status()).isEqualTo(MessageStatus.SENDING);
    assertThat(stored(message).progress().send().orElseThrow().id()).isEqualTo(intent.sendId());
    assertThat(claimed.lane().epoch()).isOne();
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
    stores.lanes().release(claimed.lane(), freeAt);
    waits(Fixtures.aMessage().withId(Fixtures.id(0xe2)));

    assertThat(claim()).isEqualTo(new ClaimResult.Resting(freeAt));
  }

  @Test
  void passesOverAMessageThatWaitsForItsWindow() {
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
    assertThat(stored(held).progress().reason()).contains(Reasons.OUTSIDE_WINDOW);
    assertThat(stored(held).progress().nextAttemptAt())
        .contains(Instant.parse("2027-03-12T18:00:00Z"));
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

      var result = (ClaimResult.Nothing) claim();

      assertThat(stored(message).status()).isEqualTo(MessageStatus.PENDING);
      assertThat(stored(message).origin().lineId()).contains(LINE);
      assertThat(result.lookAgainAt().orElseThrow()).isAfter(clock.instant());
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
      var intent =
          new Intent("send-1", message.workspaceId(), message.id(), owner, clock.instant());
      stores.lanes().claim(LANE, intent, clock.instant());
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
      assertThat(stores.lanes().find(LANE).orElseThrow().epoch()).isOne();
    }

    @Test
    void takesOverFromASilentNodeUnderTheNextNumber() {
      isSending("node-2");

      var result = (ClaimResult.Interrupted) claim();

      assertThat(result.lane().epoch()).isEqualTo(2);
      assertThat(result.lane().inFlight().orElseThrow().owner()).isEqualTo("node-1");
    }

    @Test
    void restsAFullGapAfterAnIntentWhoseMessageHasItsResult() {
      var intent =
          new Intent("send-0", Fixtures.WORKSPACE, Fixtures.id(0xee), "node-1", clock.instant());
      stores.lanes().claim(LANE, intent, clock.instant());

      var result = (ClaimResult.Settled) claim();

      assertThat(result.freeAt()).isEqualTo(clock.instant().plus(Duration.ofSeconds(30)));
    }

    @Test
    void settlesASendWhoseLineWasDeletedMeanwhile() {
      var interrupted = isSending("node-1");
      stores.lines().delete(LINE);

      var result = claim();

      assertThat(result).isInstanceOf(ClaimResult.Interrupted.class);
      assertThat(((ClaimResult.Interrupted) result).message().id()).isEqualTo(interrupted.id());
    }
  }
}
