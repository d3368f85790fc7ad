package io.tuco.core.store.memory;

import io.tuco.core.store.NodeStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

final class InMemoryNodeStore implements NodeStore {

  private final Map<String, Instant> aliveUntil = new ConcurrentHashMap<>();

  @Override
  public void beat(String nodeId, Instant until) {
    aliveUntil.put(nodeId, until);
  }

  @Override
  public boolean isAlive(String nodeId, Instant now) {
    return Optional.ofNullable(aliveUntil.get(nodeId)).filter(now::isBefore).isPresent();
  }

  @Override
  public void retire(String nodeId) {
    aliveUntil.remove(nodeId);
  }

  @Override
  public void retireAll() {
    aliveUntil.clear();
  }
}
