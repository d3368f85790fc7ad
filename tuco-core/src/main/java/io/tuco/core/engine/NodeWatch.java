package io.tuco.core.engine;

import io.tuco.core.store.NodeStore;
import io.tuco.core.store.NodeStore.Beat;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Which nodes are alive, as this one has seen it: whose signs of life go on, and whose have been
 * missing for a lease's life by this node's own monotonic clock. Wall clocks that are wrong, or
 * set, bury nobody and keep nobody alive. Only of what it finds at its first look it believes the
 * dates, as nothing else tells who died long ago. Thread-safe.
 */
final class NodeWatch {

  /** After which the silent are forgotten. */
  private static final Duration SILENCE = Duration.ofHours(1);

  /**
   * @param number of its last sign of life
   * @param atNanos when it was seen first
   */
  private record Sighting(long number, long atNanos, boolean lapsed) {}

  private final NodeStore nodes;
  private final Clock clock;
  private final LongSupplier nanos;
  private final Map<String, Sighting> sightings = new HashMap<>();
  private boolean looked;

  NodeWatch(NodeStore nodes, Clock clock, LongSupplier nanos) {
    this.nodes = nodes;
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Looks now; to be asked at least once in a lease's life, or the living seem silent. */
  synchronized boolean isAlive(String nodeId) {
    var askedAt = look();
    return Optional.ofNullable(sightings.get(nodeId))
        .filter(seen -> !seen.lapsed())
        .filter(seen -> askedAt - seen.atNanos() < NodeLease.LIFE.toNanos())
        .isPresent();
  }

  /**
   * Looks for signs of life.
   *
   * @return when it asked: of what was missing by then it may say so, however late it hears
   */
  synchronized long look() {
    var askedAt = nanos.getAsLong();
    var beats = nodes.beats();
    sightings.keySet().retainAll(beats.keySet());
    beats.forEach(this::see);
    looked = true;
    beats.keySet().stream()
        .filter(id -> askedAt - sightings.get(id).atNanos() > SILENCE.toNanos())
        .forEach(nodes::retire);
    return askedAt;
  }

  private void see(String nodeId, Beat beat) {
    var before = Optional.ofNullable(sightings.get(nodeId));
    if (before.filter(seen -> seen.number() == beat.number()).isEmpty()) {
      var lapsed = !looked && !beat.aliveUntil().isAfter(clock.instant());
      sightings.put(nodeId, new Sighting(beat.number(), nanos.getAsLong(), lapsed));
    }
  }
}
