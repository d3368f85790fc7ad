package io.tuco.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.fixture.SettableClock;
import io.tuco.core.store.NodeStore;
import io.tuco.core.store.memory.InMemoryStores;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whom a node takes for alive, whatever the wall clocks say. */
final class NodeWatchTest {

  private static final String OTHER = "node-2";

  private final NodeStore nodes = new InMemoryStores().nodes();
  private final SettableClock clock = SettableClock.at(Fixtures.NOW);
  private long nanos;
  private final NodeWatch watch = new NodeWatch(nodes, clock, () -> nanos);

  private void beats() {
    nodes.beat(OTHER, clock.instant().plus(NodeLease.LIFE));
  }

  private void passes(Duration duration) {
    nanos += duration.toNanos();
    clock.advance(duration);
  }

  @Test
  void takesWhomItNeverSawForDead() {
    assertThat(watch.isAlive(OTHER)).isFalse();
  }

  @Test
  void believesTheDatesOfWhatItFindsAtItsFirstLook() {
    beats();
    clock.advance(NodeLease.LIFE);

    assertThat(watch.isAlive(OTHER)).isFalse();
  }

  @Test
  void waitsForALeaseThatRunsAtItsFirstLook() {
    beats();
    watch.look();

    passes(NodeLease.LIFE.minusNanos(1));
    var before = watch.isAlive(OTHER);
    passes(Duration.ofNanos(1));

    assertThat(before).isTrue();
    assertThat(watch.isAlive(OTHER)).isFalse();
  }

  @Test
  void buriesNobodyBecauseTheWallClockWasSetForward() {
    watch.look();
    beats();
    watch.look();

    clock.advance(Duration.ofHours(1));

    assertThat(watch.isAlive(OTHER)).isTrue();
  }

  @Test
  void seesALapsedNodeComeBack() {
    beats();
    clock.advance(NodeLease.LIFE);
    watch.look();

    nodes.beat(OTHER, Fixtures.NOW);

    assertThat(watch.isAlive(OTHER)).isTrue();
  }

  @Test
  void keepsNobodyAliveBecauseItsClockWasAhead() {
    watch.look();
    nodes.beat(OTHER, clock.instant().plus(Duration.ofHours(5)));
    watch.look();

    passes(NodeLease.LIFE);

    assertThat(watch.isAlive(OTHER)).isFalse();
  }

  @Test
  void countsSignsOfLifeAlsoWhereTheWallClockStands() {
    watch.look();
    for (var beat = 0; beat < 5; beat++) {
      nodes.beat(OTHER, Fixtures.NOW);
      watch.look();
      passes(NodeLease.RENEWAL);
    }

    assertThat(watch.isAlive(OTHER)).isTrue();
  }

  @Test
  void forgetsTheSilentAfterAnHour() {
    beats();
    watch.look();

    passes(Duration.ofHours(1).plusNanos(1));
    watch.look();

    assertThat(nodes.beats()).isEmpty();
  }
}
