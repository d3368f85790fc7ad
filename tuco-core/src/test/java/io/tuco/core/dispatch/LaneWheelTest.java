package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a lane is looked at next: one turn at a time, no wake lost, no gap cut short. */
final class LaneWheelTest {

  private static final String LANE = "device:a";
  private static final long SECOND = 1_000_000_000L;

  private final LaneWheel wheel = new LaneWheel();

  private void runs(String laneId) {
    wheel.wake(laneId, 0);
    assertThat(wheel.take(0)).contains(laneId);
  }

  private void ends(Optional<Duration> pause, boolean rests) {
    wheel.done(LANE, pause, rests, 0);
  }

  @Test
  void handsOutALaneOnce() {
    wheel.wake(LANE, 0);
    wheel.wake(LANE, 0);

    assertThat(wheel.take(0)).contains(LANE);
    assertThat(wheel.take(0)).isEmpty();
  }

  @Test
  void handsOutTheLongestDueLaneFirst() {
    wheel.wake("device:b", 1);
    wheel.wake(LANE, 2);

    assertThat(wheel.take(2)).contains("device:b");
    assertThat(wheel.take(2)).contains(LANE);
  }

  @Test
  void handsOutNoLaneBeforeItsInstant() {
    wheel.wake(LANE, 5);

    assertThat(wheel.take(4)).isEmpty();
    assertThat(wheel.nextAt()).hasValue(5);
    assertThat(wheel.take(5)).contains(LANE);
  }

  @Test
  void remembersAWakeThatCameDuringTheTurn() {
    runs(LANE);

    wheel.wake(LANE, 0);
    ends(Optional.empty(), false);

    assertThat(wheel.take(0)).contains(LANE);
  }

  @Test
  void forgetsALaneWithNothingToDo() {
    runs(LANE);

    ends(Optional.empty(), false);

    assertThat(wheel.size()).isZero();
    assertThat(wheel.nextAt()).isEmpty();
  }

  @Test
  void letsARestingLaneRestWhateverWakesIt() {
    runs(LANE);
    wheel.wake(LANE, 0);
    ends(Optional.of(Duration.ofSeconds(30)), true);

    wheel.wake(LANE, SECOND);

    assertThat(wheel.take(29 * SECOND)).isEmpty();
    assertThat(wheel.take(30 * SECOND)).contains(LANE);
  }

  @Test
  void wakesALaneThatOnlyWaits() {
    runs(LANE);
    ends(Optional.of(Duration.ofDays(1)), false);

    wheel.wake(LANE, SECOND);

    assertThat(wheel.take(SECOND)).contains(LANE);
  }

  @Test
  void looksAtOnceAgainAfterAPauseThatIsOverAlready() {
    runs(LANE);

    ends(Optional.of(Duration.ofSeconds(-3)), true);

    assertThat(wheel.take(0)).contains(LANE);
  }

  @Test
  void ensuresALaneThatNobodyKnows() {
    wheel.ensure(LANE, SECOND);
    wheel.ensure(LANE, 0);

    assertThat(wheel.take(0)).isEmpty();
    assertThat(wheel.take(SECOND)).contains(LANE);
  }

  @Test
  void leavesARunningLaneToItsTurn() {
    runs(LANE);

    wheel.ensure(LANE, 0);

    assertThat(wheel.take(SECOND)).isEmpty();
    assertThat(wheel.size()).isOne();
  }

  @Test
  void tellsTheLaneThatSleepsTooLongFromTheOneThatRests() {
    runs(LANE);
    ends(Optional.of(Duration.ofDays(1)), false);
    wheel.wake("device:b", 0);
    wheel.take(0);
    wheel.done("device:b", Optional.of(Duration.ofDays(1)), true, 0);

    assertThat(wheel.oversleeps(LANE, SECOND)).isTrue();
    assertThat(wheel.oversleeps("device:b", SECOND)).isFalse();
    assertThat(wheel.oversleeps("device:c", SECOND)).isFalse();
  }

  @Test
  void looksWithinAnHourAtALaneWhoseWorkIsCenturiesAway() {
    runs(LANE);

    ends(Optional.of(Duration.ofDays(3_000_000)), false);

    assertThat(wheel.take(3_600 * SECOND - 1)).isEmpty();
    assertThat(wheel.take(3_600 * SECOND)).contains(LANE);
  }

  @Test
  void looksAtOnceAtALaneWhoseInstantIsLongPast() {
    runs(LANE);

    ends(Optional.of(Duration.ofDays(-3_000_000)), false);

    assertThat(wheel.take(0)).contains(LANE);
  }
}
