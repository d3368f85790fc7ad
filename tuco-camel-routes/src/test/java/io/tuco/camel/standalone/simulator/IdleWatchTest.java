package io.tuco.camel.standalone.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When a simulator nobody asks stops. */
final class IdleWatchTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final SettableClock clock = new SettableClock(Instant.parse("2027-03-14T09:30:00Z"));

  @Test
  void isIdleWhenTheLimitHasPassed() {
    var watch = new IdleWatch(clock, LIMIT);

    assertThat(idleAfter(watch, Duration.ofSeconds(599))).isFalse();
    assertThat(idleAfter(watch, Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void beginsAnewWithEveryRequest() {
    var watch = new IdleWatch(clock, LIMIT);

    idleAfter(watch, Duration.ofSeconds(599));
    watch.asked();

    assertThat(idleAfter(watch, Duration.ofSeconds(599))).isFalse();
  }

  @Test
  void doesNotTakeANightAsleepForIdleness() {
    var watch = new IdleWatch(clock, LIMIT);

    clock.advance(Duration.ofHours(8));

    assertThat(watch.looksIdle()).isFalse();
    assertThat(idleAfter(watch, Duration.ofMinutes(8))).isFalse();
    assertThat(idleAfter(watch, Duration.ofMinutes(1))).isTrue();
  }

  @Test
  void toleratesAClockThatIsSetBack() {
    var watch = new IdleWatch(clock, LIMIT);

    clock.advance(Duration.ofHours(-1));

    assertThat(watch.looksIdle()).isFalse();
    assertThat(idleAfter(watch, LIMIT)).isTrue();
  }

  @Test
  @Timeout(20)
  void stopsTheSimulator(@TempDir Path dataDir) throws InterruptedException {
    var options =
        RelaySimulatorOptions.at(dataDir, "secret", clock, new Random(1))
            .withIdleLimit(Duration.ofMillis(100));
    try (var simulator = RelaySimulator.start(options)) {
      var stopped = new Thread(() -> awaitStop(simulator));
      stopped.start();

      Awaitility.await()
          .atMost(10, TimeUnit.SECONDS)
          .until(
              () -> {
                clock.advance(Duration.ofMillis(10));
                return !stopped.isAlive();
              });
    }
  }

  private boolean idleAfter(IdleWatch watch, Duration passing) {
    var idle = false;
    for (var left = passing.toSeconds(); left > 0; left--) {
      clock.advance(Duration.ofSeconds(1));
      idle = watch.looksIdle();
    }
    return idle;
  }

  private static void awaitStop(RelaySimulator simulator) {
    try {
      simulator.awaitStop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A clock that moves when it is told to. */
  private static final class SettableClock extends Clock {

    private final AtomicReference<Instant> now;

    SettableClock(Instant start) {
      this.now = new AtomicReference<>(start);
    }

    void advance(Duration duration) {
      now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
