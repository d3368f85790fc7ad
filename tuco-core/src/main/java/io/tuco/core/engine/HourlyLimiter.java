package io.tuco.core.engine;

import io.tuco.core.store.RateLimitStore;
import io.tuco.core.workspace.RateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether one more request may be made in this clock hour of UTC, where several servers share the
 * limit (ADR 16). Most decisions ask nobody: each server holds a slice of what may be made.
 * Together they never admit more than the limit while the store is there, and with two of them no
 * less than 98 % of it. Thread-safe; remembers 50,000 keys at most.
 */
public final class HourlyLimiter {

  private static final int MOST_KEYS = 50_000;

  private final RateLedger ledger;
  private final Clock clock;
  private final Map<RateKey, HourAccount> accounts = new ConcurrentHashMap<>();

  public HourlyLimiter(RateLimitStore store, Clock clock) {
    this.ledger = new RateLedger(store);
    this.clock = clock;
  }

  /**
   * Counts a request, unless it is refused: then the time until the next hour.
   *
   * @param limit requests per hour, 1 or more
   */
  public Optional<Duration> refusal(RateKey key, int limit) {
    var now = clock.instant();
    if (accounts.size() >= MOST_KEYS && !accounts.containsKey(key)) {
      accounts.values().removeIf(account -> account.isIdle(now));
      if (accounts.size() >= MOST_KEYS) {
        accounts.clear();
      }
    }
    return accounts
        .computeIfAbsent(key, same -> new HourAccount(same, ledger, now))
        .ask(limit, now);
  }
}
