package io.tuco.core.store;

import io.tuco.core.workspace.RateKey;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers how far limits are used up that several servers share: for each, when it will be whole
 * again, to the nanosecond. There are as many as workspaces and groups, so nothing is forgotten.
 */
public interface RateLimitStore {

  Optional<Instant> find(RateKey key);

  /**
   * Stores {@code next} if what is there is what was seen; of rivals exactly one succeeds.
   *
   * @param seen empty for a key that nothing is known of
   */
  boolean replace(RateKey key, Optional<Instant> seen, Instant next);
}
