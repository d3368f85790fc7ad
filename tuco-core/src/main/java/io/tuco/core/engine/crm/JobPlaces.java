package io.tuco.core.engine.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many jobs are under way on this node, in all and at each connection. A connection that puts
 * several off in a row gets none for a while: its jobs stay as they are, however many they are.
 * Thread-safe; all of it may be lost.
 */
final class JobPlaces {

  /** So many in a row say something of the CRM, and not of what it was asked. */
  private static final int IN_A_ROW = 4;

  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private static final class Row {
    private int underWay;
    private int putOff;
    private Instant restsUntil = Instant.EPOCH;
  }

  private final Map<String, Row> connections = new HashMap<>();
  private final FlowLimits limits;
  private int underWay;

  JobPlaces(FlowLimits limits) {
    this.limits = limits;
  }

  synchronized boolean isFull() {
    return underWay >= limits.perNode();
  }

  /** Who gets no more now. */
  synchronized Set<String> busy(Instant now) {
    var busy = new HashSet<String>();
    connections.forEach(
        (id, row) -> {
          if (row.underWay >= limits.perConnection() || now.isBefore(row.restsUntil)) {
            busy.add(id);
          }
        });
    return busy;
  }

  synchronized void enter(String connectionId) {
    underWay++;
    connections.computeIfAbsent(connectionId, id -> new Row()).underWay++;
  }

  synchronized void leave(String connectionId) {
    underWay--;
    var row = connections.get(connectionId);
    row.underWay--;
    if (row.underWay == 0 && row.putOff == 0) {
      connections.remove(connectionId);
    }
  }

  synchronized void worked(String connectionId) {
    var row = connections.get(connectionId);
    row.putOff = 0;
    row.restsUntil = Instant.EPOCH;
  }

  synchronized void putOff(String connectionId, Instant due, Instant now) {
    var row = connections.get(connectionId);
    row.putOff++;
    if (row.putOff >= IN_A_ROW) {
      var longest = now.plus(LONGEST_REST);
      row.restsUntil = due.isBefore(longest) ? due : longest;
    }
  }
}
