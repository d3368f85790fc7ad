package io.tuco.core.store;

import io.tuco.core.intake.IdempotencyKey;
import io.tuco.core.intake.KeyRecord;
import java.time.Instant;
import java.util.Optional;

/** Remembers under which keys calls were made. A write that returns is durable. */
public interface IdempotencyStore {

  /** False when the key has a record; of rivals exactly one succeeds. */
  boolean insert(KeyRecord claimed);

  Optional<KeyRecord> find(IdempotencyKey key);

  /** Stores {@code after} if the record still is {@code before}, by its revision. */
  boolean replace(KeyRecord before, KeyRecord after);

  /** Frees the key if the record still is this one, by its revision. */
  boolean remove(KeyRecord record);

  /** Forgets what was created before the instant, in every workspace. */
  void forgetBefore(Instant instant);
}
