package io.tuco.camel.mongo;

import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.store.IdempotencyStore;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * {@code idempotency}: one document per key, whose {@code _id} is workspace, path and key. One
 * command each.
 */
final class MongoIdempotencyStore implements IdempotencyStore {

  private final MongoCollectionCalls records;

  MongoIdempotencyStore(MongoCollectionCalls records) {
    this.records = records;
  }

  @Override
  public boolean insert(KeyRecord claimed) {
    return records.insertIfAbsent(KeyDocument.of(claimed));
  }

  @Override
  public Optional<KeyRecord> find(IdempotencyKey key) {
    return records.findOne(Question.about(one(key))).map(KeyDocument::read);
  }

  @Override
  public boolean replace(KeyRecord before, KeyRecord after) {
    return records.update(
        still(before), Replacement.by(KeyDocument.of(after), KeyDocument.OPTIONAL));
  }

  @Override
  public boolean remove(KeyRecord record) {
    return records.remove(still(record)) > 0;
  }

  @Override
  public void forgetBefore(Instant instant) {
    records.remove(new Document(KeyDocument.CREATED_AT, new Document("$lt", Date.from(instant))));
  }

  private static Document one(IdempotencyKey key) {
    return new Document("workspaceId", key.workspaceId()).append("_id", KeyDocument.id(key));
  }

  private static Document still(KeyRecord record) {
    return one(record.key()).append(KeyDocument.REVISION, record.revision());
  }
}
