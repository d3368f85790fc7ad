package io.tuco.core.store.memory;

import io.tuco.core.store.ApiKeyStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.ApiKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Two maps beside the table, so that every request's look-up is one step. */
final class InMemoryApiKeyStore implements ApiKeyStore {

  private final Table<ApiKey> table = new Table<>(ApiKey::id, ApiKey::createdAt);
  private final Map<String, String> idByHash = new HashMap<>();
  private final Map<String, Instant> usedAt = new HashMap<>();

  @Override
  public synchronized void insert(ApiKey key) {
    table.put(key);
    idByHash.put(key.hash(), key.id());
  }

  @Override
  public synchronized Optional<ApiKey> findByHash(String hash) {
    return Optional.ofNullable(idByHash.get(hash)).flatMap(table::find);
  }

  @Override
  public Optional<ApiKey> find(String keyId) {
    return table.find(keyId);
  }

  @Override
  public synchronized boolean update(ApiKey key) {
    var before = table.find(key.id());
    before.ifPresent(
        old -> {
          idByHash.remove(old.hash());
          insert(key);
        });
    return before.isPresent();
  }

  @Override
  public synchronized boolean delete(String keyId) {
    table.find(keyId).ifPresent(key -> idByHash.remove(key.hash()));
    usedAt.remove(keyId);
    return table.delete(keyId);
  }

  @Override
  public Page<ApiKey> page(String workspaceId, PageRequest request) {
    return Table.page(table.newestFirst(key -> key.workspaceId().equals(workspaceId)), request);
  }

  @Override
  public synchronized void touch(String keyId, Instant at) {
    table.find(keyId).ifPresent(key -> usedAt.merge(keyId, at, InMemoryApiKeyStore::later));
  }

  @Override
  public synchronized Optional<Instant> lastUsed(String keyId) {
    return Optional.ofNullable(usedAt.get(keyId));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
