package io.tuco.core.store.memory;

import io.tuco.core.store.RateLimitStore;
import io.tuco.core.workspace.RateKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryRateLimitStore implements RateLimitStore {

  private final Map<RateKey, Instant> fullAt = new HashMap<>();

  @Override
  public synchronized Optional<Instant> find(RateKey key) {
    return Optional.ofNullable(fullAt.get(key));
  }

  @Override
  public synchronized boolean replace(RateKey key, Optional<Instant> seen, Instant next) {
    var unmoved = find(key).equals(seen);
    if (unmoved) {
      fullAt.put(key, next);
    }
    return unmoved;
  }
}
