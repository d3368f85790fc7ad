package io.tuco.camel.crm;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few threads that ask the store; what waits, waits in their queue. */
final class Workers implements Later {

  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  private final ScheduledExecutorService pool;

  Workers(ScheduledExecutorService pool) {
    this.pool = pool;
  }

  @Override
  public void after(Duration pause, Runnable task) {
    try {
      pool.schedule(() -> run(task), Math.max(0, pause.toNanos()), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("a CRM's task ends with this program");
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // The class, never the message: drivers repeat documents and URLs in theirs.
      LOG.error("a CRM's task failed: {}", e.getClass().getName());
      LOG.debug("its cause", e);
    }
  }
}
