package io.tuco.camel.mongo;

import io.tuco.core.store.RateLimitStore;
import io.tuco.core.workspace.RateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/**
 * {@code rate_limits}: one document per limit that was used, whose {@code _id} is workspace and
 * name. One command each. Its instant is a number of nanoseconds: a BSON date has milliseconds, in
 * which a limit of 60,000 a minute moves by one request.
 */
final class MongoRateLimitStore implements RateLimitStore {

  private static final String FULL_AT = "fullAt";
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final MongoCollectionCalls limits;

  MongoRateLimitStore(MongoCollectionCalls limits) {
    this.limits = limits;
  }

  @Override
  public Optional<Instant> find(RateKey key) {
    return limits
        .findOne(Question.about(one(key)))
        .map(limit -> instant(new DocumentReader(limit).bigNumber(FULL_AT)));
  }

  @Override
  public boolean replace(RateKey key, Optional<Instant> seen, Instant next) {
    return seen.isEmpty()
        ? limits.insertIfAbsent(one(key).append(FULL_AT, nanos(next)))
        : limits.update(
            one(key).append(FULL_AT, nanos(seen.get())),
            new Document("$set", new Document(FULL_AT, nanos(next))));
  }

  private static Document one(RateKey key) {
    return new Document("workspaceId", key.workspaceId())
        .append("_id", key.workspaceId() + ":" + key.name());
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * NANOS + instant.getNano();
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }
}
