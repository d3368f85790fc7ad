package io.tuco.camel.crm;

import io.tuco.core.IdGenerator;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.Crms;
import io.tuco.core.engine.ContactIntake;
import io.tuco.core.engine.crm.CrmFlows;
import io.tuco.core.engine.crm.FlowLimits;
import io.tuco.core.engine.crm.FlowParts;
import io.tuco.core.engine.crm.JobNews;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts what flows to CRMs to work in a context. */
public final class Flowing {

  private static final Logger LOG = LoggerFactory.getLogger(Flowing.class);

  /** They ask the store; no CRM is waited for on them. */
  private static final int WORKERS = 8;

  private Flowing() {}

  /**
   * Adds the route whose ticks find what lost wakes forgot; it starts and stops with the context.
   *
   * @param sweep where the ticks come from: a consumer URI
   * @param nanos a monotonic clock
   */
  public static CrmFlows installOn(
      CamelContext context,
      Stores stores,
      Crms crms,
      IdGenerator ids,
      Clock clock,
      LongSupplier nanos,
      FlowLimits limits,
      String sweep)
      throws Exception {
    var pool =
        context
            .getExecutorServiceManager()
            .newFixedThreadPool(Flowing.class, "tuco-crm-flow", WORKERS);
    Executor workers = task -> execute(pool, task);
    var flows =
        CrmFlows.of(
            new FlowParts(
                stores, crms, new ContactIntake(stores, ids), ids, clock, nanos, workers, limits),
            new Log());
    context.addRoutes(new CrmWorkRoutes(sweep, flows));
    return flows;
  }

  private static void execute(Executor pool, Runnable task) {
    try {
      pool.execute(() -> run(task));
    } catch (RejectedExecutionException stopping) {
      LOG.debug("what is to be told to a CRM waits for the next start");
    }
  }

  /** What fails is in the store, and found by the next sweep. */
  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // The class, never the message: drivers repeat documents and URLs in theirs.
      LOG.error("looking for what is to be told to CRMs failed: {}", e.getClass().getName());
      LOG.debug("its cause", e);
    }
  }

  private static final class Log implements JobNews {

    @Override
    public void ended(CrmJob job) {
      LOG.warn(
          "{} {} of connection {} is {}: {}",
          job.task().wire(),
          job.id(),
          job.connectionId(),
          job.status().wire(),
          job.failure().orElse(""));
    }

    @Override
    public void broke(CrmJob job, RuntimeException fault) {
      LOG.error("{} {} failed: {}", job.task().wire(), job.id(), fault.getClass().getName());
      LOG.debug("its cause", fault);
    }
  }
}
