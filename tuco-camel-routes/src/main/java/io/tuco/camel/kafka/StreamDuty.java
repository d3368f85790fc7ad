package io.tuco.camel.kafka;

import io.tuco.core.store.NodeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether this node is the one that brings events into the stream. One is enough, and two would
 * only repeat each other: a hint, kept by a write every ten seconds. Not thread-safe.
 */
final class StreamDuty {

  private static final String NAME = "event-stream";
  private static final Duration LIFE = Duration.ofSeconds(30);
  private static final Duration RENEWAL = Duration.ofSeconds(10);

  private final NodeStore nodes;
  private final String nodeId;
  private final Clock clock;
  private Instant renewal = Instant.MIN;

  StreamDuty(NodeStore nodes, String nodeId, Clock clock) {
    this.nodes = nodes;
    this.nodeId = nodeId;
    this.clock = clock;
  }

  boolean isOurs() {
    var now = clock.instant();
    if (now.isBefore(renewal)) {
      return true;
    }
    var ours = nodes.takeDuty(NAME, nodeId, now, now.plus(LIFE));
    renewal = ours ? now.plus(RENEWAL) : Instant.MIN;
    return ours;
  }

  void leave() {
    renewal = Instant.MIN;
    nodes.leaveDuty(NAME, nodeId);
  }
}
