package io.tuco.camel.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import io.tuco.core.store.StoreException;
import java.util.Optional;
import java.util.stream.Stream;

/** What went wrong below: "it exists already" is an answer, everything else a failure. */
final class StoreFailures {

  private static final int DUPLICATE_KEY = 11000;

  private StoreFailures() {}

  static boolean isDuplicateKey(Throwable thrown) {
    return driverException(thrown).filter(e -> e.getCode() == DUPLICATE_KEY).isPresent();
  }

  /** It took longer than the caller was willing to wait. */
  static boolean isTimeout(Throwable thrown) {
    return driverException(thrown)
        .filter(MongoExecutionTimeoutException.class::isInstance)
        .isPresent();
  }

  /** The bulk whose only failures are documents that exist already. */
  static Optional<MongoBulkWriteException> onlyDuplicates(Throwable thrown) {
    return driverException(thrown)
        .filter(MongoBulkWriteException.class::isInstance)
        .map(MongoBulkWriteException.class::cast)
        .filter(bulk -> bulk.getWriteConcernError() == null)
        .filter(bulk -> bulk.getWriteErrors().stream().allMatch(e -> e.getCode() == DUPLICATE_KEY));
  }

  static StoreException failure(String operation, StoredCollection collection, Throwable thrown) {
    return new StoreException(
        "MongoDB did not carry out %s on %s; check that it runs, is reachable and has a primary"
            .formatted(operation, collection.wire()),
        driverException(thrown).<Throwable>map(e -> e).orElse(thrown));
  }

  /** Camel and its component wrap what the driver threw, each once. */
  private static Optional<MongoException> driverException(Throwable thrown) {
    return Stream.iterate(thrown, e -> e != null, Throwable::getCause)
        .filter(MongoException.class::isInstance)
        .map(MongoException.class::cast)
        .findFirst();
  }
}
