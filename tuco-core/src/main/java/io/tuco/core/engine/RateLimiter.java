package io.tuco.core.engine;

import io.tuco.core.store.RateLimitStore;
import io.tuco.core.workspace.RateDecision;
import io.tuco.core.workspace.RateKey;
import io.tuco.core.workspace.RateLimit;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether one more request may be made, where several servers share the limits (ADR 12). Most
 * decisions ask nobody: each server holds a slice of what may be made, and fetches another when it
 * is used up. Thread-safe; remembers 50,000 keys at most.
 */
public final class RateLimiter {

  private static final int MOST_KEYS = 50_000;

  private final RateLedger ledger;
  private final Clock clock;
  private final Map<RateKey, RateAccount> accounts = new ConcurrentHashMap<>();

  public RateLimiter(RateLimitStore store, Clock clock) {
    this.ledger = new RateLedger(store);
    this.clock = clock;
  }

  /**
   * Counts the requests, unless they are refused.
   *
   * @param requests how many this one stands for; more than the limit are taken for the limit
   */
  public RateDecision ask(RateKey key, RateLimit policy, int requests) {
    var now = now();
    return account(key, policy, now).ask(policy, requests, now);
  }

  /** Requests that were admitted and then not made; as far as this server can still take them. */
  public void giveBack(RateKey key, int requests) {
    var account = accounts.get(key);
    if (account != null) {
      account.giveBack(requests);
    }
  }

  /** How many keys it remembers. */
  int size() {
    return accounts.size();
  }

  private RateAccount account(RateKey key, RateLimit policy, long now) {
    var known = accounts.get(key);
    if (known != null) {
      return known;
    }
    if (accounts.size() >= MOST_KEYS) {
      makeRoom(now);
    }
    return accounts.computeIfAbsent(key, same -> new RateAccount(same, policy, ledger));
  }

  /** What is forgotten is in the store; only the slices held here go to waste. */
  private void makeRoom(long now) {
    accounts.values().removeIf(account -> account.isIdle(now));
    if (accounts.size() >= MOST_KEYS) {
      accounts.clear();
    }
  }

  private long now() {
    return RateLedger.nanos(clock.instant());
  }
}
