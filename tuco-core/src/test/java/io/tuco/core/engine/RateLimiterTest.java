package io.tuco.core.engine;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.SettableClock;
import io.tuco.core.store.RateLimitStore;
import io.tuco.core.store.Rivals;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.RateDecision;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One server at its limit; several are in {@code SharedRateLimitContract}. */
final class RateLimiterTest {

  private static final RateKey KEY = new RateKey(WORKSPACE, "api:send");
  private static final RateLimit POLICY = RateLimit.perMinute(60);

  /** A store that counts what it is asked, and that can go away. */
  private static final class CountedStore implements RateLimitStore {

    private final RateLimitStore inner = new InMemoryStores().rateLimits();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean away;

    @Override
    public Optional<Instant> find(RateKey key) {
      count();
      return inner.find(key);
    }

    @Override
    public boolean replace(RateKey key, Optional<Instant> seen, Instant next) {
      count();
      return inner.replace(key, seen, next);
    }

    private void count() {
      calls.incrementAndGet();
      if (away) {
        throw new StoreException("away", new IOException());
      }
    }
  }

  private final SettableClock clock = SettableClock.at(NOW);
  private final CountedStore store = new CountedStore();
  private final RateLimiter limiter = new RateLimiter(store, clock);

  @Test
  void admitsABurstOfTheLimitAndNotOneMore() {
    assertThat(admittedOf(100)).isEqualTo(60);
  }

  @Test
  void saysHowLongToWaitAndKeepsItsWord() {
    admittedOf(60);

    var refused = ask();
    clock.advance(refused.retryIn().minusNanos(1));
    var early = ask();
    clock.advance(Duration.ofNanos(1));

    assertThat(refused.isAdmitted()).isFalse();
    assertThat(refused.retryIn()).isEqualTo(Duration.ofSeconds(1));
    assertThat(early.isAdmitted()).isFalse();
    assertThat(admittedOf(5)).isEqualTo(1);
  }

  @Test
  void countsNoRefusalAgainstTheCaller() {
    admittedOf(60);
    admittedOf(10_000);

    clock.advance(Duration.ofSeconds(30));

    assertThat(admittedOf(100)).isEqualTo(30);
  }

  @Test
  void tellsWhatIsLeftAndWhenAllOfItIsBack() {
    var first = ask();
    var fourth = limiter.ask(KEY, POLICY, 3);

    assertThat(first.remaining()).isEqualTo(59);
    assertThat(fourth.remaining()).isEqualTo(56);
    assertThat(fourth.fullIn()).isEqualTo(Duration.ofSeconds(4));
    assertThat(fourth.retryIn()).isZero();
  }

  @Test
  void takesWhatStandsForManyWholeOrNotAtAll() {
    assertThat(limiter.ask(KEY, POLICY, 50).isAdmitted()).isTrue();

    var refused = limiter.ask(KEY, POLICY, 17);

    assertThat(refused.isAdmitted()).isFalse();
    assertThat(refused.retryIn()).isEqualTo(Duration.ofSeconds(7));
    assertThat(admittedOf(100)).isEqualTo(10);
  }

  @Test
  void takesMoreThanTheLimitForTheLimit() {
    var small = RateLimit.perMinute(10);

    assertThat(limiter.ask(KEY, small, 17).isAdmitted()).isTrue();
    assertThat(limiter.ask(KEY, small, 1).isAdmitted()).isFalse();
  }

  @Test
  void takesBackARequestThatWasNotMade() {
    admittedOf(60);
    limiter.giveBack(KEY, 1);

    assertThat(admittedOf(5)).isEqualTo(1);
    limiter.giveBack(new RateKey(WORKSPACE, "never asked"), 1);
  }

  @Test
  void keepsKeysApart() {
    admittedOf(60);

    assertThat(limiter.ask(new RateKey(WORKSPACE, "api:other"), POLICY, 1).isAdmitted()).isTrue();
    assertThat(limiter.ask(new RateKey(OTHER_WORKSPACE, "api:send"), POLICY, 1).isAdmitted())
        .isTrue();
  }

  @Test
  void followsAChangeOfTheLimitByTheShareThatIsUsed() {
    admittedOf(30);
    var wider = RateLimit.perMinute(600);

    var admitted =
        IntStream.range(0, 1_000).filter(i -> limiter.ask(KEY, wider, 1).isAdmitted()).count();

    assertThat(admitted).isBetween(270L, 300L);
  }

  @Test
  void keepsAnHourlyLimitAsWell() {
    var hourly = new RateLimit(1_000, Duration.ofHours(1));

    var burst =
        IntStream.range(0, 2_000).filter(i -> limiter.ask(KEY, hourly, 1).isAdmitted()).count();
    clock.advance(Duration.ofMinutes(6));
    var later =
        IntStream.range(0, 2_000).filter(i -> limiter.ask(KEY, hourly, 1).isAdmitted()).count();

    assertThat(burst).isEqualTo(1_000);
    assertThat(later).isEqualTo(100);
  }

  @Test
  void asksTheStoreSeldom() {
    var fast = RateLimit.perMinute(60_000);

    for (var i = 0; i < 60_000; i++) {
      limiter.ask(KEY, fast, 1);
    }
    var atOnce = store.calls.get();
    for (var i = 0; i < 10_000; i++) {
      assertThat(limiter.ask(KEY, fast, 1).isAdmitted()).isFalse();
    }

    assertThat(atOnce).isLessThan(25);
    assertThat(store.calls.get()).isEqualTo(atOnce);
  }

  @Test
  void takesOneAtATimeFromAStoreThatItAsksSeldom() {
    ask();
    clock.advance(Duration.ofSeconds(10));
    ask();

    assertThat(store.inner.find(KEY)).contains(clock.instant().plusSeconds(1));
  }

  @Test
  void decidesAloneWhileTheStoreIsAway() {
    admittedOf(20);
    store.away = true;

    assertThat(admittedOf(100)).isEqualTo(40);
    clock.advance(Duration.ofSeconds(10));
    assertThat(admittedOf(100)).isEqualTo(10);
  }

  @Test
  void looksForAnAbsentStoreOnceASecond() {
    store.away = true;
    admittedOf(100);
    clock.advance(Duration.ofMillis(999));
    admittedOf(100);
    var inOneSecond = store.calls.get();
    clock.advance(Duration.ofMillis(1));
    admittedOf(100);

    assertThat(inOneSecond).isEqualTo(1);
    assertThat(store.calls.get()).isEqualTo(2);
  }

  @Test
  void tellsTheOthersWhatItAdmittedAlone() {
    store.away = true;
    assertThat(admittedOf(100)).isEqualTo(60);
    store.away = false;
    clock.advance(Duration.ofSeconds(2));

    assertThat(admittedOf(100)).isEqualTo(2);
    assertThat(store.inner.find(KEY)).contains(clock.instant().plusSeconds(60));
  }

  @Test
  void shutsNobodyOutAfterAClockWasWrong() {
    clock.advance(Duration.ofDays(400));
    admittedOf(100);
    clock.set(NOW);
    var other = new RateLimiter(store, clock);

    assertThat(admittedOf(1)).isEqualTo(1);
    assertThat(other.ask(KEY, POLICY, 1).isAdmitted()).isTrue();
  }

  @Test
  void remembersNoMoreKeysThanItsBound() {
    for (var i = 0; i < 120_000; i++) {
      limiter.ask(new RateKey(WORKSPACE, "key-" + i), POLICY, 1);
    }

    assertThat(limiter.size()).isLessThanOrEqualTo(50_000);
  }

  @Test
  void losesNoCountWhenItForgets() {
    admittedOf(60);
    for (var i = 0; i < 60_000; i++) {
      limiter.ask(new RateKey(WORKSPACE, "key-" + i), POLICY, 1);
    }

    assertThat(admittedOf(10)).isZero();
  }

  @Test
  void isRightForManyThreads() {
    var admitted =
        Rivals.race(8, rival -> IntStream.range(0, 100).filter(i -> ask().isAdmitted()).count());

    assertThat(admitted.stream().mapToLong(Long::longValue).sum()).isEqualTo(60);
  }

  private RateDecision ask() {
    return limiter.ask(KEY, POLICY, 1);
  }

  private long admittedOf(int requests) {
    return IntStream.range(0, requests).filter(i -> ask().isAdmitted()).count();
  }
}
