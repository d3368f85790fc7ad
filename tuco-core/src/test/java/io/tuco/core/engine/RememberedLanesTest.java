package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.store.LaneStore;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What accepts know of a lane may be a second old; what turns work on may not. */
final class RememberedLanesTest {

  private static final String LANE = "device:1";

  private final InMemoryStores shared = new InMemoryStores();
  private long nanos;
  private final LaneStore lanes = RememberedStores.over(shared, () -> nanos).lanes();

  @Test
  void remembersForASecondWhatAnotherNodeChangesMeanwhile() {
    assertThat(lanes.lately(LANE)).isEmpty();
    var stored = replaced(shared.lanes(), Lane.unused(LANE));

    nanos = RememberedStores.AGE.toNanos() - 1;
    assertThat(lanes.lately(LANE)).isEmpty();
    assertThat(lanes.find(LANE)).hasValue(stored);

    nanos = RememberedStores.AGE.toNanos();
    assertThat(lanes.lately(LANE)).hasValue(stored);
  }

  @Test
  void knowsAtOnceWhatIsChangedHere() {
    assertThat(lanes.lately(LANE)).isEmpty();

    var first = replaced(lanes, Lane.unused(LANE));
    assertThat(lanes.lately(LANE)).hasValue(first);

    var second = replaced(lanes, first);
    assertThat(lanes.lately(LANE)).hasValue(second);
  }

  @Test
  void looksAgainWhenAnotherNodeWasFaster() {
    var first = replaced(lanes, Lane.unused(LANE));
    assertThat(lanes.lately(LANE)).hasValue(first);
    var theirs = replaced(shared.lanes(), first);

    assertThat(lanes.replace(first, next(first))).isFalse();
    assertThat(lanes.lately(LANE)).isEqualTo(Optional.of(theirs));
  }

  private static Lane replaced(LaneStore store, Lane seen) {
    var next = next(seen);
    assertThat(store.replace(seen, next)).isTrue();
    return next;
  }

  private static Lane next(Lane seen) {
    return new Lane(
        seen.id(),
        seen.epoch() + 1,
        seen.inFlight(),
        Instant.EPOCH.plusSeconds(seen.epoch()),
        seen.failures(),
        seen.usage());
  }
}
