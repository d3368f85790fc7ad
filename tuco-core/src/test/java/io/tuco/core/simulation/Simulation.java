package io.tuco.core.simulation;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.simulation.checker.Checker;
import io.tuco.core.simulation.checker.Violation;
import io.tuco.core.simulation.log.Chronicle;
import io.tuco.core.simulation.log.Entry;
import java.time.Duration;
import java.util.List;

/** One run: a world for as long as its plan says, then peace until everything has ended. */
final class Simulation {

  private static final Duration LIMITS_LIFTED_AFTER = Duration.ofDays(2);
  private static final Duration LONGEST_PEACE = Duration.ofDays(17);
  private static final Duration AFTERWARDS = Duration.ofHours(1);

  /**
   * What a run came to.
   *
   * @param deviceDays simulated days times devices
   */
  record Outcome(
      long seed,
      Chronicle chronicle,
      List<Violation> violations,
      double deviceDays,
      long sends,
      long kills,
      long unknowns) {}

  private final World world;
  private final Operators operators;

  private Simulation(long seed, boolean detailed) {
    var chance = new Chance(seed);
    this.world = new World(Plan.drawnFrom(chance), chance, detailed);
    this.operators = new Operators(world);
  }

  /**
   * @param detailed whether the log also keeps what only readers of a trace want to know
   */
  static Outcome run(long seed, boolean detailed) {
    return new Simulation(seed, detailed).run().outcome(seed);
  }

  private Simulation run() {
    var plan = world.plan();
    new Founding(world).found();
    for (var node = 0; node < plan.nodes(); node++) {
      world.startNode();
    }
    new Clients(world).plan(plan.active());
    operators.plan(plan.active());
    world.agenda().runUntil(plan.active().toNanos());
    peace();
    return this;
  }

  private void peace() {
    world.mischief().ends();
    world.note("peace");
    var began = world.clock().nanos();
    world.agenda().in(LIMITS_LIFTED_AFTER, operators::liftLimits);
    // Once before the first look: clients that found nobody to talk to may just be trying again.
    do {
      world.agenda().runUntil(world.clock().nanos() + AFTERWARDS.toNanos());
    } while (isAnythingOpen() && world.clock().nanos() - began < LONGEST_PEACE.toNanos());
    world.agenda().runUntil(world.clock().nanos() + AFTERWARDS.toNanos());
  }

  private boolean isAnythingOpen() {
    return world.watch().open().values().stream().anyMatch(message -> !isMailForGood(message));
  }

  /** Of a mail that was lost twice nobody will ever know. */
  private static boolean isMailForGood(Message message) {
    return message.type() == MessageType.EMAIL
        && message.isUnknown()
        && message.progress().tries().repeats() > 0;
  }

  private Outcome outcome(long seed) {
    var chronicle = world.chronicle();
    var days = world.clock().nanos() / (double) Duration.ofDays(1).toNanos();
    return new Outcome(
        seed,
        chronicle,
        Checker.judge(chronicle),
        days * world.plan().devices(),
        chronicle.all(Entry.Called.class).count(),
        world.deaths(),
        chronicle
            .all(Entry.Shown.class)
            .filter(Entry.Shown::unknown)
            .map(Entry.Shown::messageId)
            .distinct()
            .count());
  }
}
