package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * {@code maxTimeMS}, asked between documents. A command runs on one thread, and the server's own
 * classes between it and the search pass nothing on: so the thread carries it.
 */
final class Deadline {

  private static final int EXPIRED = 50;
  private static final ThreadLocal<Long> END = new ThreadLocal<>();

  private Deadline() {}

  /** Runs the command, for as long as it says that it may take. */
  static Document of(Document command, Supplier<Document> run) {
    if (!(command.get("maxTimeMS") instanceof Number most) || most.longValue() <= 0) {
      return run.get();
    }
    END.set(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(most.longValue()));
    try {
      return run.get();
    } finally {
      END.remove();
    }
  }

  /**
   * @throws MongoServerError if the time of the command of this thread is over
   */
  static void check() {
    Long end = END.get();
    if (end != null && System.nanoTime() - end > 0) {
      throw new MongoServerError(EXPIRED, "MaxTimeMSExpired", "operation exceeded time limit");
    }
  }
}
