package io.tuco.core.engine;

import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** The desks of this node, one for each lane it has looked at. Thread-safe. */
public final class LaneDesks {

  private final Map<String, LaneDesk> desks = new ConcurrentHashMap<>();

  LaneDesk of(String laneId) {
    return desks.computeIfAbsent(laneId, LaneDesk::new);
  }

  /** To be called before a lane is looked at because something may be new. */
  public void expectMore(String laneId, Instant now) {
    of(laneId).expectMore(now);
  }

  /** To be called when a message was accepted for the lane on this node. */
  void expect(String laneId, Message accepted) {
    of(laneId).expect(accepted);
  }

  /**
   * Changes what waits in the lane while nothing of it can be taken, and forgets what was read
   * ahead: it says of messages what is true no more.
   */
  boolean changing(String laneId, BooleanSupplier change) {
    var desk = of(laneId);
    synchronized (desk) {
      var changed = change.getAsBoolean();
      desk.forgetHeads();
      return changed;
    }
  }
}
