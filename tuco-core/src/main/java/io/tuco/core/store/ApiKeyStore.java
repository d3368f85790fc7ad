package io.tuco.core.store;

import io.tuco.core.workspace.ApiKey;
import java.time.Instant;
import java.util.Optional;

/** Remembers keys by the hash of their secret; the secret itself never comes here. */
public interface ApiKeyStore {

  void insert(ApiKey key);

  Optional<ApiKey> findByHash(String hash);

  Optional<ApiKey> find(String keyId);

  boolean update(ApiKey key);

  boolean delete(String keyId);

  /** Newest first. */
  Page<ApiKey> page(String workspaceId, PageRequest request);

  /** Notes, coarsely and without promise, that the key was used. */
  void touch(String keyId, Instant usedAt);

  /** When the key was last used, as far as it was noted. */
  Optional<Instant> lastUsed(String keyId);
}
