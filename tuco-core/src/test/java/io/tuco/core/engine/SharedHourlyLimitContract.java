package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.SettableClock;
import io.tuco.core.store.RateLimitStore;
import io.tuco.core.store.Rivals;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that share one store hold a key to its requests per clock hour, within 2 %. */
public abstract class SharedHourlyLimitContract {

  private static final RateKey KEY = new RateKey(WORKSPACE, "v1:key");
  private static final Instant EDGE = Instant.parse("2027-03-12T16:00:00Z");

  private final SettableClock clock = SettableClock.at(EDGE.minusSeconds(60));
  private final Random random = new Random(11);
  private RateLimitStore store;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    store = openStores().rateLimits();
  }

  @ParameterizedTest
  @CsvSource({"1,1000", "2,1000", "3,1000", "2,7", "2,60000"})
  void admitTheLimitOnEitherSideOfTheHoursEdge(int servers, int limit) {
    var limiters = servers(servers);
    long[] admitted = {0, 0};

    for (var second = 0; second < 120; second++) {
      for (var i = 0; i < Math.max(servers * 3, limit / 40); i++) {
        var isAdmitted = limiters[random.nextInt(servers)].refusal(KEY, limit).isEmpty();
        admitted[second < 60 ? 0 : 1] += isAdmitted ? 1 : 0;
      }
      clock.advance(Duration.ofSeconds(1));
    }

    for (var each : admitted) {
      assertThat(each).isBetween(limit - limit * 2L / 100, (long) limit);
    }
  }

  @Test
  void saySoUntilTheNextHour() {
    var limiter = servers(1)[0];
    limiter.refusal(KEY, 1);

    assertThat(limiter.refusal(KEY, 1)).contains(Duration.ofSeconds(60));

    clock.advance(Duration.ofMillis(59_999));
    assertThat(limiter.refusal(KEY, 1)).contains(Duration.ofMillis(1));

    clock.advance(Duration.ofMillis(1));
    assertThat(limiter.refusal(KEY, 1)).isEmpty();
  }

  @Test
  void countEachKeyByItself() {
    var limiter = servers(1)[0];

    assertThat(limiter.refusal(KEY, 1)).isEmpty();
    assertThat(limiter.refusal(new RateKey(WORKSPACE, "v1:other"), 1)).isEmpty();
    assertThat(limiter.refusal(KEY, 1)).isPresent();
  }

  @Test
  void leaveAllButAFiftiethToTheOneThatIsCalledWhenTheOtherFallsSilent() {
    var limiters = servers(2);
    for (var i = 0; i < 45; i++) {
      limiters[1].refusal(KEY, 1_000);
    }

    var admitted =
        IntStream.range(0, 2_000).filter(i -> limiters[0].refusal(KEY, 1_000).isEmpty()).count();

    assertThat(admitted).isBetween(1_000L - 45 - 20, 1_000L - 45);
  }

  @Test
  void admitTheLimitWhenAllAskAtTheSameMoment() {
    var limiters = servers(3);

    var admitted =
        Rivals.race(
            3,
            rival ->
                IntStream.range(0, 1_000)
                    .filter(i -> limiters[rival].refusal(KEY, 1_000).isEmpty())
                    .count());

    assertThat(admitted.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
  }

  @Test
  void countOnWhereAServerWithAFastClockHasBegunTheHour() {
    var fast = new HourlyLimiter(store, SettableClock.at(EDGE.plusSeconds(1)));
    var slow = servers(1)[0];
    IntStream.range(0, 600).forEach(i -> fast.refusal(KEY, 1_000));
    clock.advance(Duration.ofSeconds(61));

    var admitted = IntStream.range(0, 1_000).filter(i -> slow.refusal(KEY, 1_000).isEmpty());

    assertThat(admitted.count()).isBetween(380L, 400L);
  }

  private HourlyLimiter[] servers(int count) {
    return Stream.generate(() -> new HourlyLimiter(store, clock))
        .limit(count)
        .toArray(HourlyLimiter[]::new);
  }
}
