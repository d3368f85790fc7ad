package io.tuco.core.store;

import java.time.Instant;

/** Remembers which nodes are alive. A hint for who looks, never a fence. */
public interface NodeStore {

  void beat(String nodeId, Instant aliveUntil);

  boolean isAlive(String nodeId, Instant now);

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
