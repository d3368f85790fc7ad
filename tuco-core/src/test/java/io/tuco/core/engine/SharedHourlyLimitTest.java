package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.SettableClock;
import io.tuco.core.store.RateLimitStore;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import io.tuco.core.store.memory.InMemoryStores;
import io.tuco.core.workspace.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedHourlyLimitTest extends SharedHourlyLimitContract {

  @Override
  protected Stores openStores() {
    return new InMemoryStores();
  }

  @Test
  void decidesAloneWhileTheStoreIsAwayAndEntersItAfterwards() {
    var clock = SettableClock.at(Instant.parse("2027-03-12T16:10:00Z"));
    var shelf = new Flickering(new InMemoryStores().rateLimits());
    var key = new RateKey("org_sample", "v1:key");
    var limiter = new HourlyLimiter(shelf, clock);

    shelf.away = true;
    var alone = IntStream.range(0, 30).filter(i -> limiter.refusal(key, 100).isEmpty()).count();
    shelf.away = false;
    clock.advance(Duration.ofSeconds(2));
    var after = IntStream.range(0, 100).filter(i -> limiter.refusal(key, 100).isEmpty()).count();
    var other = new HourlyLimiter(shelf, clock).refusal(key, 100);

    assertThat(alone).isEqualTo(30);
    assertThat(after).isEqualTo(70);
    assertThat(other).isPresent();
  }

  private static final class Flickering implements RateLimitStore {

    private final RateLimitStore shelf;
    private boolean away;

    Flickering(RateLimitStore shelf) {
      this.shelf = shelf;
    }

    @Override
    public Optional<Instant> find(RateKey key) {
      look();
      return shelf.find(key);
    }

    @Override
    public boolean replace(RateKey key, Optional<Instant> seen, Instant next) {
      look();
      return shelf.replace(key, seen, next);
    }

    private void look() {
      if (away) {
        throw new StoreException("away", new IllegalStateException());
      }
    }
  }
}
