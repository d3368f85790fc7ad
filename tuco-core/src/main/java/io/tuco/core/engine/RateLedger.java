package io.tuco.core.engine;

import io.tuco.core.store.RateLimitStore;
import io.tuco.core.store.StoreException;
import io.tuco.core.workspace.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes requests from the bucket that all servers share. While the store is away it says so at
 * once, but for one look a second: a limit must not make a caller wait for a store. Thread-safe.
 */
final class RateLedger {

  /** What became of an entry. */
  enum Entry {
    WRITTEN,
    /** Another server was faster. */
    OVERTAKEN,
    AWAY
  }

  private static final long PAUSE = Duration.ofSeconds(1).toNanos();
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final RateLimitStore store;
  private volatile long awayUntil;

  RateLedger(RateLimitStore store) {
    this.store = store;
  }

  boolean isAway(long now) {
    return now < awayUntil && awayUntil - now <= PAUSE;
  }

  Entry enter(RateKey key, Optional<Instant> seen, long fullAt, long now) {
    try {
      return store.replace(key, seen, instant(fullAt)) ? Entry.WRITTEN : Entry.OVERTAKEN;
    } catch (StoreException e) {
      awayUntil = now + PAUSE;
      return Entry.AWAY;
    }
  }

  /** What the servers agree on; what was seen before, while the store is away. */
  Optional<Instant> look(RateKey key, Optional<Instant> before, long now) {
    try {
      return store.find(key);
    } catch (StoreException e) {
      awayUntil = now + PAUSE;
      return before;
    }
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  static long nanos(Instant instant) {
    return instant.getEpochSecond() * NANOS + instant.getNano();
  }
}
