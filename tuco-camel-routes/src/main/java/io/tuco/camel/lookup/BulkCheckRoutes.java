package io.tuco.camel.lookup;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.engine.BulkChecks;
import io.tuco.core.engine.BulkChecks.Stretch;
import io.tuco.core.lead.BulkCheck;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Works on bulk checks, a stretch of leads at a time. What is stored tells how far each is: one
 * that a stop, a crash or a failure interrupts is taken up by the next sweep, here or elsewhere.
 */
final class BulkCheckRoutes extends RouteBuilder {

  private static final String RUN = "direct:tuco-bulk-check-run";
  private static final String CHECK = "tuco-bulk-check";
  private static final String STRETCH = "tuco-bulk-check-stretch";

  private final String sweep;
  private final BulkChecks checks;
  private final ScheduledExecutorService workers;

  /**
   * @param sweep the consumer URI that looks for checks which nobody works on
   */
  BulkCheckRoutes(String sweep, BulkChecks checks, ScheduledExecutorService workers) {
    this.sweep = sweep;
    this.checks = checks;
    this.workers = workers;
  }

  @Override
  public void configure() {
    // spotless:off
    from(sweep).routeId("tuco-bulk-check-sweep").routeConfigurationId(FailureRoutes.WORKING)
        .to(Seams.BULK_CHECK);

    from(Seams.BULK_CHECK).routeId("tuco-bulk-check").routeConfigurationId(FailureRoutes.INNER)
        .process(exchange -> exchange.getMessage().setBody(checks.takeUp()))
        .split(body()).wireTap(RUN).executorService(workers).end();

    from(RUN).routeId("tuco-bulk-check-run").routeConfigurationId(FailureRoutes.WORKING)
        .process(this::begin)
        .loopDoWhile(exchange -> exchange.getVariable(STRETCH) != null)
            .process(exchange -> exchange.getMessage().setBody(stretch(exchange).series()))
            .to(Seams.LOOK_UP)
            .process(this::goOn)
        .end();
    // spotless:on
  }

  private void begin(Exchange exchange) {
    var check = exchange.getMessage().getBody(BulkCheck.class);
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange over) {
                checks.leave(check);
              }
            });
    next(exchange, check);
  }

  private void goOn(Exchange exchange) {
    var stretch = stretch(exchange);
    exchange.removeVariable(STRETCH);
    checks.record(stretch).ifPresent(check -> next(exchange, check));
  }

  private void next(Exchange exchange, BulkCheck check) {
    if (!getContext().isStopping()) {
      checks.nextOf(check).ifPresent(stretch -> exchange.setVariable(STRETCH, stretch));
    }
  }

  private static Stretch stretch(Exchange exchange) {
    return exchange.getVariable(STRETCH, Stretch.class);
  }
}
