package io.tuco.camel.lookup;

import org.apache.camel.CamelContext;

/** The door of this package: puts client-ordered look-ups to work in a context. */
public final class LookingUp {

  /** They wait in the pool's queue, not on its threads; these only write to the store. */
  private static final int WORKERS = 4;

  private LookingUp() {}

  /** Adds the routes; they need consumers of {@link io.tuco.camel.Seams#RELAY_CHECK} beside. */
  public static void installOn(CamelContext context, LookUpParts parts) throws Exception {
    var workers =
        context
            .getExecutorServiceManager()
            .newScheduledThreadPool(LookingUp.class, "tuco-look-up", WORKERS);
    context.addRoutes(new LookUpRoutes(parts.lookUps(), parts.clock(), workers));
    context.addRoutes(new BulkCheckRoutes(parts.sweep(), parts.bulkChecks(), workers));
  }
}
