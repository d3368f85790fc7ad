package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchFacts;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;

/**
 * Keeps what is known of the health of devices and of lines' own accounts up to date: probes bring
 * them back, answers to sends take them out.
 */
public final class SenderWatch {

  private final Stores stores;
  private final RecentFacts facts;

  SenderWatch(Stores stores, RecentFacts facts) {
    this.stores = stores;
    this.facts = facts;
  }

  public List<Device> devices() {
    return stores.devices().all();
  }

  /** Lines with an account of their own. */
  public List<Line> accounts() {
    return stores.lines().withAccounts();
  }

  /** Stores a probe's finding; true when the device has just become healthy. */
  public boolean note(Device device, SenderHealth found) {
    stores.devices().updateHealth(device.id(), found);
    facts.forgetDevice(device.id());
    return found.isHealthy() && !device.health().isHealthy();
  }

  /** The same for a line's own account. */
  public boolean note(Line line, SenderHealth found) {
    var before = line.accountHealth().orElseGet(SenderHealth::unknown);
    stores.lines().updateHealth(line.id(), found);
    facts.forgetLine(line);
    return found.isHealthy() && !before.isHealthy();
  }

  /** An answer to a send showed that the sender cannot serve anybody. */
  void markDown(DispatchFacts known, String why, Instant now) {
    if (known.sender() instanceof Sender.OverDevice over) {
      stores.devices().updateHealth(over.device().id(), over.device().health().down(why, now));
      facts.forgetDevice(over.device().id());
      return;
    }
    known
        .line()
        .filter(line -> line.accountHealth().isPresent())
        .ifPresent(
            line -> {
              stores.lines().updateHealth(line.id(), known.sender().health().down(why, now));
              facts.forgetLine(line);
            });
  }
}
