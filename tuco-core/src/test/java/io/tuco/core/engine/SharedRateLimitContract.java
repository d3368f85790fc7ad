package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.SettableClock;
import io.tuco.core.store.RateLimitStore;
import io.tuco.core.store.Rivals;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Several servers that share one store hold a workspace to its limit as one would: in a minute, the
 * burst and what a minute regains, within +2 % and −0 %.
 */
public abstract class SharedRateLimitContract {

  private static final RateKey KEY = new RateKey(WORKSPACE, "api:send");
  private static final Duration STEP = Duration.ofMillis(50);
  private static final int STEPS = 1_200;

  private final SettableClock clock = SettableClock.at(NOW);
  private final Random random = new Random(11);
  private RateLimitStore store;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    store = openStores().rateLimits();
  }

  @ParameterizedTest
  @CsvSource({"1,60", "2,60", "3,60", "5,60", "3,200", "3,120", "2,7", "3,60000"})
  void admitTogetherWhatOneWould(int servers, int limit) {
    var policy = RateLimit.perMinute(limit);
    var limiters = servers(servers);
    // Ten times the limit, and enough to use a slice at once.
    var perStep = Math.max(servers * 4, limit * 10 / STEPS);

    var admitted = 0L;
    for (var step = 0; step <= STEPS; step++) {
      for (var i = 0; i < (step == 0 ? limit * 2 : perStep); i++) {
        admitted += limiters[i % servers].ask(KEY, policy, 1).isAdmitted() ? 1 : 0;
      }
      clock.advance(STEP);
    }

    assertThat(admitted).isBetween(limit * 2L, limit * 2L + limit * 4L / 100);
  }

  @Test
  void admitTogetherWhatOneWouldWhenCallersChooseAtRandom() {
    var policy = RateLimit.perMinute(60);
    var limiters = servers(3);

    var admitted = 0L;
    for (var step = 0; step <= STEPS; step++) {
      for (var i = random.nextInt(12); i >= 0; i--) {
        admitted += limiters[random.nextInt(3)].ask(KEY, policy, 1).isAdmitted() ? 1 : 0;
      }
      clock.advance(STEP);
    }

    assertThat(admitted).isBetween(120L, 122L);
  }

  @Test
  void leaveTheWholeLimitToOneThatIsHammeredWhileTheOthersRest() {
    var policy = RateLimit.perMinute(60);
    var limiters = servers(3);
    limiters[1].ask(KEY, policy, 1);
    limiters[2].ask(KEY, policy, 1);

    var admitted =
        IntStream.range(0, 100).filter(i -> limiters[0].ask(KEY, policy, 1).isAdmitted());

    assertThat(admitted.count()).isEqualTo(58);
  }

  @Test
  void admitTogetherWhatOneWouldWhenAllAskAtTheSameMoment() {
    var policy = RateLimit.perMinute(600);
    var limiters = servers(3);

    var admitted =
        Rivals.race(
            3,
            rival ->
                IntStream.range(0, 600)
                    .filter(i -> limiters[rival].ask(KEY, policy, 1).isAdmitted())
                    .count());

    assertThat(admitted.stream().mapToLong(Long::longValue).sum()).isEqualTo(600);
  }

  private RateLimiter[] servers(int count) {
    return Stream.generate(() -> new RateLimiter(store, clock))
        .limit(count)
        .toArray(RateLimiter[]::new);
  }
}
