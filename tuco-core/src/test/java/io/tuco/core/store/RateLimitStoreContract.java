package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.OTHER_WORKSPACE;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.workspace.RateKey;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimitStore} promises. */
public abstract class RateLimitStoreContract {

  private static final RateKey KEY = new RateKey(WORKSPACE, "api:send");
  private static final Instant FIRST = NOW.plusNanos(1);
  private static final Instant SECOND = NOW.plusNanos(2);

  private RateLimitStore limits;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    limits = openStores().rateLimits();
  }

  @Test
  void knowsNothingOfALimitThatWasNeverUsed() {
    assertThat(limits.find(KEY)).isEmpty();
  }

  @Test
  void remembersToTheNanosecond() {
    assertThat(limits.replace(KEY, Optional.empty(), FIRST)).isTrue();
    assertThat(limits.find(KEY)).contains(FIRST);

    assertThat(limits.replace(KEY, Optional.of(FIRST), SECOND)).isTrue();
    assertThat(limits.find(KEY)).contains(SECOND);
  }

  @Test
  void changesNothingForWhoSawSomethingElse() {
    limits.replace(KEY, Optional.empty(), FIRST);

    assertThat(limits.replace(KEY, Optional.empty(), SECOND)).isFalse();
    assertThat(limits.replace(KEY, Optional.of(NOW), SECOND)).isFalse();
    assertThat(limits.find(KEY)).contains(FIRST);
  }

  @Test
  void changesNothingThatItHasForgotten() {
    assertThat(limits.replace(KEY, Optional.of(FIRST), SECOND)).isFalse();
    assertThat(limits.find(KEY)).isEmpty();
  }

  @Test
  void keepsNamesAndWorkspacesApart() {
    limits.replace(KEY, Optional.empty(), FIRST);

    assertThat(limits.find(new RateKey(WORKSPACE, "api:other"))).isEmpty();
    assertThat(limits.find(new RateKey(OTHER_WORKSPACE, "api:send"))).isEmpty();
  }

  @Test
  void letsOneOfManyRivalsIn() {
    var first = Rivals.race(8, rival -> limits.replace(KEY, Optional.empty(), FIRST));
    var second = Rivals.race(8, rival -> limits.replace(KEY, Optional.of(FIRST), SECOND));

    assertThat(first).containsOnlyOnce(true);
    assertThat(second).containsOnlyOnce(true);
  }
}
