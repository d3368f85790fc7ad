package io.tuco.core.engine;

import io.tuco.core.event.EventIds;
import io.tuco.core.event.Notice;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.store.Stores;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * Tells the workspaces of lines that cannot be used any more, once per outage (webhook contract,
 * section 1). To be asked before the new health is stored.
 */
final class OutageNews {

  private final Stores stores;
  private final Notices notices;
  private final Consumer<String> deliver;

  /**
   * @param deliver told the keys of the deliveries
   */
  OutageNews(Stores stores, Notices notices, Consumer<String> deliver) {
    this.stores = stores;
    this.notices = notices;
    this.deliver = deliver;
  }

  /** Every active line of a device is down with it. */
  void tell(Device device, SenderHealth after) {
    if (isOutage(device.health(), after)) {
      stores.lines().ofDevice(device.id()).stream()
          .filter(Line::active)
          .forEach(line -> down(line, device.health(), after));
    }
  }

  /** The same for a line with an account of its own. */
  void tell(Line line, SenderHealth before, SenderHealth after) {
    if (line.active() && isOutage(before, after)) {
      down(line, before, after);
    }
  }

  private static boolean isOutage(SenderHealth before, SenderHealth after) {
    return after.state() == SenderHealth.State.DOWN && before.state() != SenderHealth.State.DOWN;
  }

  private void down(Line line, SenderHealth before, SenderHealth after) {
    var outage = EventIds.outage(line, before);
    var seq = stores.lines().noteOutage(line.workspaceId(), line.id(), outage);
    var at = after.checkedAt().orElseGet(line::updatedAt).truncatedTo(ChronoUnit.MILLIS);
    notices.tell(Notice.lineDown(line, after, outage, seq, at)).forEach(deliver);
  }
}
