package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.SortableIds;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.event.Event;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.harness.FakeAttachments;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The net behind lost wakes. */
final class LaneSweepTest {

  private static final String LANE = "device:a";

  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private final Stores stores = new InMemoryStores();
  private final LaneWheel wheel = new LaneWheel();
  private final LaneWakes wakes =
      new LaneWakes(wheel, engine().turns(), DispatchSettings.documented(), () -> 0);
  private final LaneSweep sweep = new LaneSweep(stores, wakes, clock, () -> 0);

  private DispatchEngine engine() {
    return DispatchEngine.of(
        new EngineParts(
            stores,
            DispatchSettings.documented(),
            Event::id,
            false,
            new SortableIds(clock, new Random(7)),
            clock,
            () -> 0,
            "node-1",
            Duration.ZERO,
            new FakeAttachments(),
            Fixtures.fileLinks(),
            lane -> {},
            outbox -> {},
            key -> {}));
  }

  private void waits(int number, String laneId, Duration until) {
    var due = clock.instant().plus(until);
    var message = Fixtures.aMessage().withId(Fixtures.id(number)).dueAt(due).build();
    stores.messages().insert(message, Optional.of(laneId), List.of());
  }

  private void waits(int number, Duration until) {
    waits(number, LANE, until);
  }

  private void sleeps(boolean rests) {
    wheel.wake(LANE, 0);
    wheel.take(0);
    wheel.done(LANE, Optional.of(Duration.ofDays(1)), rests, 0);
  }

  @Test
  void findsALaneWithAWaitingMessage() {
    waits(1, Duration.ZERO);

    sweep.sweep();

    assertThat(wheel.take(0)).contains(LANE);
  }

  @Test
  void findsALaneWithAnOpenIntent() {
    var intent =
        new Intent(
            0, "send-1", "org_sample", Fixtures.id(1), "node-1", clock.instant(), Optional.empty());
    stores.lanes().replace(Lane.unused(LANE), Lane.unused(LANE).claimedBy(intent, clock.instant()));

    sweep.sweep();

    assertThat(wheel.take(0)).contains(LANE);
  }

  @Test
  void looksAtEverySlotOfALaneThatHasSeveral() {
    waits(1, "line:a", Duration.ZERO);

    sweep.sweep();

    assertThat(wheel.take(0)).contains("line:a");
    assertThat(wheel.take(0)).contains("line:a#1");
    assertThat(wheel.take(0)).contains("line:a#2");
    assertThat(wheel.take(0)).contains("line:a#3");
    assertThat(wheel.take(0)).isEmpty();
  }

  // Its message waits for tomorrow; another node accepted one for now and died before its wake.
  @Test
  void rousesALaneThatWouldSleepPastADueMessage() {
    waits(1, Duration.ofDays(1));
    sleeps(false);
    waits(2, Duration.ZERO);

    sweep.sweep();

    assertThat(wheel.take(0)).contains(LANE);
  }

  @Test
  void letsALaneSleepUntilItsMessageIsDue() {
    waits(1, Duration.ofDays(1));
    sleeps(false);

    sweep.sweep();

    assertThat(wheel.take(0)).isEmpty();
  }

  @Test
  void letsALaneKeepItsGapWhateverIsDue() {
    waits(1, Duration.ZERO);
    sleeps(true);

    sweep.sweep();

    assertThat(wheel.take(0)).isEmpty();
  }
}
