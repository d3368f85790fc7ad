package io.tuco.core.store;

import java.time.Instant;

/** Remembers which nodes are alive. A hint for who looks, never a fence. */
public interface NodeStore {

  void beat(String nodeId, Instant aliveUntil);

  boolean isAlive(String nodeId, Instant now);

  void retire(String nodeId);

  /** Forgets every node: for a store that only this process can reach. */
  void retireAll();
}
