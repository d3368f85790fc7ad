package io.tuco.core.store;

import java.time.Instant;
import java.util.Map;

/** Remembers which nodes are alive. A hint for who looks, never a fence. */
public interface NodeStore {

  /**
   * A node's last sign of life.
   *
   * @param number one more with each
   * @param aliveUntil by the node's own clock
   */
  record Beat(long number, Instant aliveUntil) {}

  void beat(String nodeId, Instant aliveUntil);

  /** The last of every node that was not retired, by its id. */
  Map<String, Beat> beats();

  /**
   * Takes or keeps a duty that one node is enough for; false while it is another's.
   *
   * @param until when it falls to others, unless it is kept before
   */
  boolean takeDuty(String duty, String nodeId, Instant now, Instant until);

  /** Leaves a duty to others, if it is the node's. */
  void leaveDuty(String duty, String nodeId);

  void retire(String nodeId);

  /** Forgets every node and duty: for a store that only this process can reach. */
  void retireAll();
}
