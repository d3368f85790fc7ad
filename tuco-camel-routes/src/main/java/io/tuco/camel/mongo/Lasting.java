package io.tuco.camel.mongo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids of documents that were stored, of a kind that nobody deletes: what is known to be there need
 * not be stored again. The last so many are known, and up to as many before them. Thread-safe.
 */
final class Lasting {

  private final int most;
  private volatile Set<String> recent = ConcurrentHashMap.newKeySet();
  private volatile Set<String> older = Set.of();

  Lasting(int most) {
    this.most = most;
  }

  boolean has(String id) {
    return recent.contains(id) || older.contains(id);
  }

  void add(String id) {
    recent.add(id);
    if (recent.size() >= most) {
      turn();
    }
  }

  private synchronized void turn() {
    if (recent.size() >= most) {
      older = recent;
      recent = ConcurrentHashMap.newKeySet();
    }
  }
}
