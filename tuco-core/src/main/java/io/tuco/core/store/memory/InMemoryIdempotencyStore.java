package io.tuco.core.store.memory;

import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyRecord;
import io.tuco.core.store.IdempotencyStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryIdempotencyStore implements IdempotencyStore {

  private final Map<IdempotencyKey, KeyRecord> records = new HashMap<>();

  @Override
  public synchronized boolean insert(KeyRecord claimed) {
    return records.putIfAbsent(claimed.key(), claimed) == null;
  }

  @Override
  public synchronized Optional<KeyRecord> find(IdempotencyKey key) {
    return Optional.ofNullable(records.get(key));
  }

  @Override
  public synchronized boolean replace(KeyRecord before, KeyRecord after) {
    if (!isStill(before)) {
      return false;
    }
    records.put(after.key(), after);
    return true;
  }

  @Override
  public synchronized boolean remove(KeyRecord record) {
    return isStill(record) && records.remove(record.key()) != null;
  }

  @Override
  public synchronized void forgetBefore(Instant instant) {
    records.values().removeIf(record -> record.createdAt().isBefore(instant));
  }

  private boolean isStill(KeyRecord record) {
    return find(record.key()).filter(found -> found.revision() == record.revision()).isPresent();
  }
}
