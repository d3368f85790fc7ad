package io.tuco.core.engine;

import io.tuco.core.store.NodeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * This node's sign of life. Others settle a silent node's sends; so a node that cannot renew it
 * must not begin one. Thread-safe.
 */
public final class NodeLease {

  public static final Duration LIFE = Duration.ofSeconds(10);
  public static final Duration RENEWAL = Duration.ofSeconds(3);

  private final String id;
  private final NodeStore nodes;
  private final Clock clock;
  private final LongSupplier nanos;
  private final NodeWatch others;
  private final AtomicLong renewedAtNanos;
  private final AtomicLong heldFromNanos;

  public NodeLease(String id, NodeStore nodes, Clock clock, LongSupplier nanos) {
    this.id = id;
    this.nodes = nodes;
    this.clock = clock;
    this.nanos = nanos;
    this.others = new NodeWatch(nodes, clock, nanos);
    this.renewedAtNanos = new AtomicLong(nanos.getAsLong() - LIFE.toNanos());
    this.heldFromNanos = new AtomicLong(nanos.getAsLong());
  }

  public String id() {
    return id;
  }

  /**
   * Renews it; counted from before the write, so that others' view never ends first. Looks for the
   * signs of life of others, too.
   */
  public void renew() {
    var before = nanos.getAsLong();
    nodes.beat(id, clock.instant().plus(LIFE));
    if (!isHeld()) {
      heldFromNanos.set(before);
    }
    renewedAtNanos.set(before);
    others.look();
  }

  /** Whether another node is alive, as far as this one has seen. */
  public boolean seesAlive(String otherId) {
    return others.isAlive(otherId);
  }

  public boolean isHeld() {
    return nanos.getAsLong() - renewedAtNanos.get() < LIFE.toNanos();
  }

  /**
   * Whether it has been held without a break since then: what was begun before a break may be in
   * the hands of another node, however fresh the lease is now.
   */
  public boolean isHeldSince(long sinceNanos) {
    return isHeld() && heldFromNanos.get() - sinceNanos <= 0;
  }

  public void retire() {
    nodes.retire(id);
  }
}
