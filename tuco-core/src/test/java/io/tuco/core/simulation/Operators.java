package io.tuco.core.simulation;

import io.tuco.core.Change;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.DeviceChange;
import io.tuco.core.line.Line;
import io.tuco.core.line.LineChange;
import io.tuco.core.simulation.log.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whoever runs the installation, and fate: limits change, lines go, devices and clocks fail. */
final class Operators {

  private final World world;
  private final Chance chance;

  Operators(World world) {
    this.world = world;
    this.chance = world.chance();
  }

  void plan(Duration active) {
    times(chance.between(0, 2), active, this::changesLimits);
    times(chance.between(0, 1), active, this::changesGap);
    if (chance.hits(0.2)) {
      times(1, active, this::takesLineAway);
    }
    var troubles = world.troubles();
    for (var time = 0; time < troubles.outages(); time++) {
      during(active, Duration.ofMinutes(10), world.mischief()::storeIsAway);
    }
    for (var time = 0; time < troubles.lapses(); time++) {
      world.relays().forEach(relay -> lapse(relay, active));
      during(active, Duration.ofHours(2), world.sms()::isSilent);
    }
    for (var time = 0; time < troubles.clockSteps(); time++) {
      world.agenda().in(chance.between(Duration.ZERO, active), this::setsClock);
    }
  }

  private void times(int count, Duration active, Consumer<SimNode> action) {
    for (var time = 0; time < count; time++) {
      world.agenda().in(chance.between(Duration.ZERO, active), () -> world.news(action));
    }
  }

  private void lapse(SimRelay relay, Duration active) {
    switch (chance.between(0, 2)) {
      case 0 -> world.agenda().in(chance.between(Duration.ZERO, active), relay::restarts);
      case 1 -> during(active, Duration.ofHours(3), relay::isSilent);
      default ->
          during(
              active,
              Duration.ofHours(1),
              away -> {
                relay.isReachable(!away);
                world.probes().expect(relay.id());
              });
    }
  }

  /**
   * Something is so for a while, and then it is not; at the end of the active time at the latest.
   */
  private void during(Duration active, Duration longest, Consumer<Boolean> state) {
    var begin = chance.between(Duration.ZERO, active);
    var end = begin.plus(chance.mostlyShort(longest)).plusSeconds(1);
    world.agenda().in(begin, () -> state.accept(true));
    world.agenda().in(end.compareTo(active) < 0 ? end : active, () -> state.accept(false));
  }

  private void setsClock() {
    var by =
        chance.hits(0.5)
            ? Duration.ofSeconds(chance.between(-20, 20))
            : Duration.ofMinutes(chance.between(-60, 60));
    world.clock().step(by);
    world.chronicle().add(new Entry.ClockStep(world.clock().moment(), by));
  }

  private void changesLimits(SimNode node) {
    if (lines().isEmpty()) {
      return;
    }
    var line = chance.pick(lines());
    var change =
        new LineChange.LimitsChange(
            Optional.of(chance.between(2, 20)),
            Optional.of(chance.between(3, 30)),
            Optional.of(chance.between(1, 20)),
            Optional.of(Duration.ofSeconds(chance.between(0, 90))));
    update(node, line, change, Optional.empty());
  }

  /** At the end of a run, so that it ends. */
  void liftLimits() {
    var ample =
        new LineChange.LimitsChange(
            Optional.of(1_000), Optional.of(1_000), Optional.of(1_000), Optional.empty());
    for (var line : lines()) {
      world.news(node -> update(node, line, ample, Optional.empty()));
    }
  }

  private void update(
      SimNode node, Line line, LineChange.LimitsChange limits, Optional<Boolean> active) {
    var changed =
        new LineChange(
                Change.none(),
                Change.none(),
                Optional.empty(),
                Change.none(),
                active,
                limits,
                Change.none(),
                Optional.empty(),
                Optional.empty())
            .appliedTo(node.stores().lines().find(line.id()).orElse(line), world.now());
    // Noted first: a limit that may be in force is one that may be used.
    Founding.note(world, changed);
    try {
      node.stores().lines().update(changed);
    } finally {
      // Whoever changed it may have died before the change was stored.
      world.stores().lines().find(line.id()).ifPresent(stored -> Founding.note(world, stored));
    }
  }

  private void takesLineAway(SimNode node) {
    if (lines().isEmpty()) {
      return;
    }
    var line = chance.pick(lines());
    var kept =
        new LineChange.LimitsChange(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    world.note("line " + line.id() + " is taken away");
    if (chance.hits(0.5)) {
      update(node, line, kept, Optional.of(false));
    } else {
      delete(node, line);
    }
  }

  private void delete(SimNode node, Line line) {
    try {
      node.stores().lines().delete(line.id());
    } finally {
      // Whoever ordered it may have died before it was done, or after.
      if (world.stores().lines().find(line.id()).isEmpty()) {
        world.chronicle().add(new Entry.Removed(world.clock().moment(), line.id()));
      }
    }
    node.engine().waiting().leaveLine(line.id(), world.now());
  }

  private void changesGap(SimNode node) {
    var device = chance.pick(node.stores().devices().all());
    var gap = Duration.ofSeconds(chance.between(1, 90));
    var change =
        new DeviceChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(gap),
            Optional.empty());
    node.stores().devices().update(change.appliedTo(device, world.now()));
  }

  private List<Line> lines() {
    return world.people().all().stream()
        .map(Lead::workspaceId)
        .distinct()
        .flatMap(id -> world.stores().lines().ofWorkspace(id).stream())
        .toList();
  }
}
