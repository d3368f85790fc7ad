package io.tuco.core.engine;

import io.tuco.core.engine.RateLedger.Entry;
import io.tuco.core.workspace.RateBucket;
import io.tuco.core.workspace.RateDecision;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import io.tuco.core.workspace.RateSlice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * This server's part of one limit: the slice it holds, and what it last saw of the bucket that all
 * share. A server that asks often takes what a twentieth of the period regains, one that asks
 * seldom what it needs. Thread-safe: one caller at a time, so that a slice is fetched once.
 */
final class RateAccount {

  private static final int SLICES = 20;

  /** A rival won each time that this one lost: after so many slices the bucket is empty. */
  private static final int TRIES = 2 * SLICES;

  /** Where a bucket is next to empty, its every drop is not worth a question. */
  private static final long PAUSE = Duration.ofMillis(50).toNanos();

  private final RateKey key;
  private final RateLedger ledger;
  private RateLimit policy;
  private RateSlice slice = RateSlice.none();
  private Optional<Instant> seen = Optional.empty();

  /** When the bucket is full as far as this server alone has emptied it, the store being away. */
  private long alone;

  private long leasedAt;
  private long quietUntil;

  RateAccount(RateKey key, RateLimit policy, RateLedger ledger) {
    this.key = key;
    this.policy = policy;
    this.ledger = ledger;
  }

  /** More than a full bucket has is taken for a full bucket, or it could never be had. */
  synchronized RateDecision ask(RateLimit current, int requests, long now) {
    follow(current);
    slice = slice.at(now);
    var wanted = Math.min(requests, policy.limit());
    var missing = wanted - slice.left();
    if (missing <= 0) {
      slice = slice.without(wanted);
      return decision(true, 0, now);
    }
    var leased = isQuiet(now) ? Optional.<RateSlice>empty() : lease(missing, now);
    // What was left of the old slice goes first, so the new one is the only one from here.
    leased.ifPresent(fresh -> slice = fresh.without(missing));
    return decision(leased.isPresent(), leased.isPresent() ? 0 : missing, now);
  }

  synchronized void giveBack(int requests) {
    slice = slice.with(requests);
  }

  /** Whether forgetting it loses nothing. */
  synchronized boolean isIdle(long now) {
    return slice.at(now).left() == 0 && fullAt() <= now;
  }

  /** What was leased under another policy has slots of another length. */
  private void follow(RateLimit current) {
    if (!current.equals(policy)) {
      policy = current;
      slice = RateSlice.none();
      quietUntil = 0;
    }
  }

  private Optional<RateSlice> lease(long missing, long now) {
    for (var tries = 0; tries < TRIES && !ledger.isAway(now); tries++) {
      var bucket = bucket(now);
      if (bucket.available() < missing) {
        if (tries > 0) {
          quietUntil = now + PAUSE;
        }
        return Optional.empty();
      }
      var size = size(bucket, missing, now);
      var entry = ledger.enter(key, seen, bucket.fullAfter(size), now);
      if (entry == Entry.WRITTEN) {
        seen = Optional.of(RateLedger.instant(bucket.fullAfter(size)));
        alone = 0;
        return Optional.of(leased(bucket, size, now));
      }
      if (entry == Entry.OVERTAKEN) {
        seen = ledger.look(key, seen, now);
      }
    }
    return decideAlone(missing, now);
  }

  /** A store that is away is never the reason why a request is refused. */
  private Optional<RateSlice> decideAlone(long missing, long now) {
    var bucket = bucket(now);
    if (bucket.available() < missing) {
      return Optional.empty();
    }
    alone = bucket.fullAfter(missing);
    return Optional.of(RateSlice.of(bucket, missing));
  }

  private RateSlice leased(RateBucket bucket, long size, long now) {
    if (isBusy(now) && size < policy.limit() / SLICES) {
      quietUntil = now + PAUSE;
    }
    leasedAt = now;
    return RateSlice.of(bucket, size);
  }

  private long size(RateBucket bucket, long missing, long now) {
    var most = isBusy(now) ? Math.max(missing, policy.limit() / SLICES) : missing;
    return Math.min(bucket.available(), most);
  }

  private boolean isBusy(long now) {
    return now - leasedAt < policy.period().toNanos() / SLICES;
  }

  private boolean isQuiet(long now) {
    return now < quietUntil && quietUntil - now <= PAUSE;
  }

  private RateBucket bucket(long now) {
    return new RateBucket(policy, now, fullAt());
  }

  private long fullAt() {
    return Math.max(alone, seen.map(RateLedger::nanos).orElse(0L));
  }

  private RateDecision decision(boolean isAdmitted, long missing, long now) {
    var bucket = bucket(now);
    var retryIn = isAdmitted ? 0 : Math.max(bucket.waitFor(missing), 1);
    var owed = bucket.fullAt() - now - slice.left() * policy.period().toNanos() / policy.limit();
    return new RateDecision(
        isAdmitted,
        policy,
        bucket.available() + slice.left(),
        Duration.ofNanos(retryIn),
        Duration.ofNanos(Math.max(0, owed)));
  }
}
