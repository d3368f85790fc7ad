package io.tuco.core.simulation;

import io.tuco.core.line.DeviceProbe;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The probes of devices and accounts. Where the health that is stored is right already, further
 * probes would change nothing, and are left out.
 */
final class HealthProbes {

  private static final Duration BETWEEN = Duration.ofSeconds(20);

  private final World world;
  private final Set<String> pending = new HashSet<>();

  HealthProbes(World world) {
    this.world = world;
  }

  /** The health of a device or line was stored. */
  void stored(String sender, boolean healthy) {
    if (healthy != isReachable(sender)) {
      expect(sender);
    }
  }

  /** Something changed about the sender: the next probe will find out. */
  void expect(String sender) {
    if (pending.add(sender)) {
      world.agenda().in(BETWEEN, () -> probe(sender));
    }
  }

  private void probe(String sender) {
    pending.remove(sender);
    var free = world.freeNodes();
    if (!free.isEmpty()) {
      var node = world.chance().pick(free);
      node.run(() -> probe(node, sender));
    }
    if (isStoredHealthy(sender) != isReachable(sender)) {
      expect(sender);
    }
  }

  private void probe(SimNode node, String sender) {
    var now = world.now();
    var answer =
        isReachable(sender)
            ? new DeviceProbe.Answered(true, 15)
            : new DeviceProbe.NoAnswer("no answer");
    node.stores()
        .devices()
        .find(sender)
        .ifPresent(
            device -> {
              if (node.engine().senders().note(device, device.health().after(answer, now))) {
                node.wake(device.laneId());
              }
            });
    node.stores()
        .lines()
        .find(sender)
        .filter(line -> line.accountHealth().isPresent())
        .ifPresent(
            line -> {
              if (node.engine()
                  .senders()
                  .note(line, line.accountHealth().orElseThrow().after(answer, now))) {
                node.wake(line.laneId());
              }
            });
  }

  private boolean isReachable(String sender) {
    return world.relays().stream()
        .filter(relay -> relay.id().equals(sender))
        .map(SimRelay::isReachable)
        .findFirst()
        .orElse(true);
  }

  private boolean isStoredHealthy(String sender) {
    return world
        .stores()
        .devices()
        .find(sender)
        .map(device -> device.health().isHealthy())
        .or(
            () ->
                world
                    .stores()
                    .lines()
                    .find(sender)
                    .flatMap(line -> line.accountHealth())
                    .map(health -> health.isHealthy()))
        .orElse(true);
  }
}
