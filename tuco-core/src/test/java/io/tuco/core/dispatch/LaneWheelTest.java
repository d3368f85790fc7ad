package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LaneWheelTest {

  private static final long NOW = 1_000;
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private final LaneWheel wheel = new LaneWheel();

  @Test
  void looksWithinAnHourAtALaneWhoseWorkIsCenturiesAway() {
    wheel.wake("lane", NOW);
    wheel.take(NOW);

    wheel.done("lane", Optional.of(Duration.ofDays(3_000_000)), false, NOW);

    assertThat(wheel.take(NOW + HOUR - 1)).isEmpty();
    assertThat(wheel.take(NOW + HOUR)).contains("lane");
  }

  @Test
  void looksAtOnceAtALaneWhoseInstantIsLongPast() {
    wheel.wake("lane", NOW);
    wheel.take(NOW);

    wheel.done("lane", Optional.of(Duration.ofDays(-3_000_000)), false, NOW);

    assertThat(wheel.take(NOW)).contains("lane");
  }

  @Test
  void letsALaneRestWhateverWakesIt() {
    wheel.wake("lane", NOW);
    wheel.take(NOW);
    wheel.wake("lane", NOW);

    wheel.done("lane", Optional.of(Duration.ofNanos(50)), true, NOW);

    assertThat(wheel.take(NOW + 49)).isEmpty();
    assertThat(wheel.take(NOW + 50)).contains("lane");
  }

  @Test
  void looksAgainAtALaneWokenDuringItsTurn() {
    wheel.wake("lane", NOW);
    wheel.take(NOW);
    wheel.wake("lane", NOW);

    wheel.done("lane", Optional.empty(), false, NOW);

    assertThat(wheel.take(NOW)).contains("lane");
  }
}
