package io.tuco.camel.http;

import io.tuco.core.store.Stores;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of callers, for every facade. It remembers those that exist for three seconds, so that a
 * revoked one is dead on every node within five (API contract, section 1.1). Keys that do not exist
 * are not remembered: there is no end of them. Thread-safe.
 */
public final class AccessCache {

  /** A key as the store knew it lately, and its workspace where it is there. */
  public record Known(
      ApiKey key, Optional<Workspace> workspace, Instant readAt, Instant touchedAt) {}

  private static final Duration LIFE = Duration.ofSeconds(3);
  private static final Duration TOUCH_GAP = Duration.ofMinutes(1);
  private static final int MAX_KEYS = 10_000;

  private final Stores stores;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  public AccessCache(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * @param hash the SHA-256 of the secret
   */
  public Optional<Known> find(String hash) {
    var now = clock.instant();
    var cached = Optional.ofNullable(known.get(hash));
    return cached.filter(entry -> isFresh(entry, now)).or(() -> read(hash, cached, now));
  }

  /** What was changed here is not to be answered from memory. */
  public void forget(String workspaceId) {
    known.values().removeIf(entry -> entry.key().workspaceId().equals(workspaceId));
  }

  private Optional<Known> read(String hash, Optional<Known> old, Instant now) {
    var found = stores.apiKeys().findByHash(hash);
    if (found.isEmpty()) {
      known.remove(hash);
      return Optional.empty();
    }
    var key = found.get();
    var workspace = stores.workspaces().find(key.workspaceId());
    var entry = new Known(key, workspace, now, touch(key, old, now));
    if (known.size() >= MAX_KEYS) {
      known.clear();
    }
    known.put(hash, entry);
    return Optional.of(entry);
  }

  /** The last use is kept coarsely: a write per request would cost more than the request. */
  private Instant touch(ApiKey key, Optional<Known> old, Instant now) {
    var last = old.map(Known::touchedAt).filter(at -> now.isBefore(at.plus(TOUCH_GAP)));
    if (last.isEmpty() && key.isUsable(now)) {
      stores.apiKeys().touch(key.id(), now);
    }
    return last.orElse(now);
  }

  /** A clock that was set back must not keep a revoked key alive. */
  private static boolean isFresh(Known entry, Instant now) {
    return !now.isBefore(entry.readAt()) && now.isBefore(entry.readAt().plus(LIFE));
  }
}
