package io.tuco.camel.kafka;

import io.tuco.core.intake.RecordedVerdict;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which records of the sends topic are judged at all, and how long one that fails is tried: for as
 * long as the store is away; a few times when it is the record that fails. Used by one consumer at
 * a time.
 */
final class SendInbox {

  private static final Logger LOG = LoggerFactory.getLogger(SendInbox.class);

  private static final int TRIES = 5;
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Stores stores;
  private final KafkaSettings.Sends settings;
  private String failing = "";
  private int failures;
  private int ownFailures;

  SendInbox(Stores stores, KafkaSettings.Sends settings) {
    this.stores = stores;
    this.settings = settings;
  }

  boolean mayBeTaken(SendRecord record) {
    return why(record).isEmpty();
  }

  /** Of a record that may not. */
  RecordedVerdict refusal(SendRecord record) {
    return why(record).orElseThrow();
  }

  private Optional<RecordedVerdict> why(SendRecord record) {
    if (record.workspaceId().filter(id -> !id.isEmpty()).isEmpty()) {
      return refused("tuco-workspace header required", "WORKSPACE_REQUIRED");
    }
    if (record.workspaceId().filter(settings.workspaces()::contains).isEmpty()) {
      return refused("This topic may not speak for the workspace", "WORKSPACE_NOT_ALLOWED");
    }
    return record.idempotencyKey().isPresent()
        ? Optional.empty()
        : refused("idempotency-key header required", "IDEMPOTENCY_KEY_REQUIRED");
  }

  private static Optional<RecordedVerdict> refused(String error, String code) {
    return Optional.of(RecordedVerdict.refused(error, code));
  }

  void done() {
    failing = "";
    failures = 0;
    ownFailures = 0;
  }

  /**
   * It failed once more.
   *
   * @return the verdict when it is given up; empty when it is to be tried again after {@link
   *     #pause()}
   */
  Optional<RecordedVerdict> failed(SendRecord record, Throwable failure) {
    if (!record.place().equals(failing)) {
      done();
      failing = record.place();
    }
    failures++;
    LOG.warn("a send at {} failed: {}", record.place(), failure.getClass().getName());
    LOG.debug("its cause", failure);
    if (isTheRecordsOwn(failure)) {
      ownFailures++;
    }
    return ownFailures < TRIES
        ? Optional.empty()
        : refused("Internal error; the record was tried " + TRIES + " times", "INTERNAL_ERROR");
  }

  /** Not while the store is away, and not while another runs the same call. */
  private boolean isTheRecordsOwn(Throwable failure) {
    if (failure instanceof SendNotYetException) {
      return false;
    }
    return !(failure instanceof StoreException) || storeAnswers();
  }

  private boolean storeAnswers() {
    try {
      return stores.check();
    } catch (RuntimeException away) {
      return false;
    }
  }

  /** Longer after each failure. */
  long pause() {
    var doubled = SHORTEST.multipliedBy(1L << Math.min(failures, 10));
    return (doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST).toMillis();
  }
}
