package io.tuco.core.simulation;

import io.tuco.core.store.StoreException;
import java.time.Duration;

/** Ends, holds up and cuts off processes, at every point where that can happen to them. */
final class Mischief {

  private static final Duration LONGEST_HOLD_UP = Duration.ofMinutes(3);
  private static final IllegalStateException AWAY = new IllegalStateException("away");

  private final World world;
  private final Troubles troubles;
  private boolean on = true;
  private boolean away;

  Mischief(World world, Troubles troubles) {
    this.world = world;
    this.troubles = troubles;
  }

  /** From now on nothing goes wrong any more. */
  void ends() {
    on = false;
    away = false;
  }

  boolean isOn() {
    return on;
  }

  void storeIsAway(boolean nowAway) {
    away = nowAway && on;
    world.note(away ? "the store is away" : "the store is back");
  }

  /** Before and after a call to the store. */
  void around(SimNode node) {
    between(node);
    if (on && (away || world.chance().hits(troubles.storeFails() / 2))) {
      world.note(node.id() + ": a call to the store fails");
      throw new StoreException("simulated", AWAY);
    }
  }

  /** Between two steps. */
  void between(SimNode node) {
    if (node.isDead()) {
      throw new NodeKilled();
    }
    if (!on) {
      return;
    }
    if (world.chance().hits(troubles.kills() / 2)) {
      node.kill("between two steps");
      throw new NodeKilled();
    }
    if (world.chance().hits(troubles.freezes() / 2)) {
      var pause = world.chance().mostlyShort(LONGEST_HOLD_UP);
      world.note(node.id() + " is held up in a step for " + pause);
      node.holdUp(pause);
    }
  }
}
