package io.tuco.core.engine;

import io.tuco.core.engine.RateLedger.Entry;
import io.tuco.core.workspace.HourCount;
import io.tuco.core.workspace.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * This server's part of one hourly limit: the slice it took from the count that all share, void
 * when the hour is over. A slice is a twentieth of what is left and a fiftieth of the limit at
 * most, so that what a server takes and does not use stays within 2 %. Thread-safe.
 */
final class HourAccount {

  private static final int PART_OF_REST = 20;
  private static final int PART_OF_LIMIT = 50;

  /** Who asks more seldom than this takes one at a time. */
  private static final Duration SELDOM = Duration.ofMinutes(1);

  /** A rival won each time that this one lost: after so many slices nothing is left. */
  private static final int TRIES = 4 * PART_OF_LIMIT;

  private final RateKey key;
  private final RateLedger ledger;
  private HourCount hour;
  private Optional<Instant> seen = Optional.empty();
  private Instant leasedAt = Instant.EPOCH;
  private long slice;

  /** What was admitted while the store was away, and is to be entered. */
  private long alone;

  HourAccount(RateKey key, RateLedger ledger, Instant now) {
    this.key = key;
    this.ledger = ledger;
    this.hour = HourCount.none(now);
  }

  /** Counts a request; how long until there can be one again, where it is refused. */
  synchronized Optional<Duration> ask(int limit, Instant now) {
    turn(now);
    if (slice == 0) {
      lease(limit, now);
    }
    if (slice > 0) {
      slice--;
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, hour.end()));
  }

  /** Whether forgetting it loses nothing but what the store knows. */
  synchronized boolean isIdle(Instant now) {
    return slice == 0 && alone == 0 || !now.isBefore(hour.end());
  }

  private void turn(Instant now) {
    var current = HourCount.at(now, seen);
    if (!current.hour().equals(hour.hour())) {
      slice = 0;
      alone = 0;
    }
    hour = current;
  }

  private void lease(int limit, Instant now) {
    for (var tries = 0; tries < TRIES && hour.used() + alone < limit; tries++) {
      if (ledger.isAway(RateLedger.nanos(now))) {
        break;
      }
      var size = size(limit, now);
      var next = hour.with(alone + size);
      var entry = ledger.enter(key, seen, RateLedger.nanos(next.kept()), RateLedger.nanos(now));
      if (entry == Entry.WRITTEN) {
        seen = Optional.of(next.kept());
        hour = next;
        alone = 0;
        slice = size;
        leasedAt = now;
        return;
      }
      if (entry == Entry.OVERTAKEN) {
        seen = ledger.look(key, seen, RateLedger.nanos(now));
        turn(now);
      }
    }
    decideAlone(limit);
  }

  /** A store that is away is never the reason why a request is refused. */
  private void decideAlone(int limit) {
    if (hour.used() + alone < limit) {
      alone++;
      slice = 1;
    }
  }

  private long size(int limit, Instant now) {
    var rest = limit - hour.used() - alone;
    var isSeldom = Duration.between(leasedAt, now).compareTo(SELDOM) > 0;
    return isSeldom ? 1 : Math.max(1, Math.min(rest / PART_OF_REST, limit / PART_OF_LIMIT));
  }
}
