package io.tuco.camel.mongo;

import io.tuco.core.store.ApiKeyStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.workspace.ApiKey;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** {@code api_keys}: one command each, a page two. */
final class MongoApiKeyStore implements ApiKeyStore {

  private final MongoCollectionCalls keys;

  MongoApiKeyStore(MongoCollectionCalls keys) {
    this.keys = keys;
  }

  @Override
  public void insert(ApiKey key) {
    keys.insert(ApiKeyDocument.of(key));
  }

  @Override
  public Optional<ApiKey> findByHash(String hash) {
    return keys.findOne(Question.about(new Document("hash", hash))).map(ApiKeyDocument::read);
  }

  @Override
  public Optional<ApiKey> find(String keyId) {
    return keys.findById(keyId).map(ApiKeyDocument::read);
  }

  @Override
  public boolean update(ApiKey key) {
    return keys.update(
        new Document("workspaceId", key.workspaceId()).append("_id", key.id()),
        Replacement.by(ApiKeyDocument.of(key), ApiKeyDocument.OPTIONAL));
  }

  @Override
  public boolean delete(String keyId) {
    return keys.remove(new Document("_id", keyId)) > 0;
  }

  @Override
  public Page<ApiKey> page(String workspaceId, PageRequest request) {
    return keys.page(
        Question.about(new Document("workspaceId", workspaceId))
            .sortedBy(MongoIndex.order("-createdAt", "-_id")),
        request,
        ApiKeyDocument::read);
  }

  @Override
  public void touch(String keyId, Instant usedAt) {
    keys.update(
        new Document("_id", keyId),
        new Document("$max", new Document(ApiKeyDocument.LAST_USED, Date.from(usedAt))));
  }

  @Override
  public Optional<Instant> lastUsed(String keyId) {
    return keys.findById(keyId)
        .flatMap(key -> new DocumentReader(key).optionalInstant(ApiKeyDocument.LAST_USED));
  }
}
