package io.tuco.camel.event;

import static io.tuco.camel.event.EventRouteIds.WEBHOOK_ATTEMPT;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_DELIVER;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_NOTE;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_QUEUE;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_SWEEP;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_TURN;
import static io.tuco.camel.event.EventRouteIds.direct;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.Nullable;

/** From the wake of a delivery to its turn: a place at the endpoint, then a worker. */
final class WebhookQueueRoutes extends RouteBuilder {

  private static final int WORKERS = 16;
  private static final int SWEEP_ROUNDS = 4;
  private static final String WAKE = "tuco-wake";

  private final DeliveryAttempts attempts;
  private final EndpointQueue queue;

  WebhookQueueRoutes(DeliveryAttempts attempts, EndpointQueue queue) {
    this.attempts = attempts;
    this.queue = queue;
  }

  @Override
  public void configure() {
    // The queue bounds what waits for these threads.
    var threads = getContext().getExecutorServiceManager();
    var workers = threads.newFixedThreadPool(this, WEBHOOK_TURN, WORKERS);
    wakes(workers);
    turns(workers);
  }

  private void wakes(ExecutorService workers) {
    // spotless:off
    from(Seams.WEBHOOK_DELIVER).routeId(WEBHOOK_DELIVER)
        .routeConfigurationId(FailureRoutes.INNER)
        .transform().body(String.class, Wake::of)
        .to(direct(WEBHOOK_QUEUE));

    from(direct(WEBHOOK_SWEEP)).routeId(WEBHOOK_SWEEP)
        .routeConfigurationId(FailureRoutes.INNER)
        .loopDoWhile(this::isMoreDue)
            .transform().body(tick -> attempts.claimDue(queue.full()))
            .split(body())
                .to(direct(WEBHOOK_QUEUE))
            .end()
        .end()
        .to(direct(WEBHOOK_NOTE));

    from(direct(WEBHOOK_QUEUE)).routeId(WEBHOOK_QUEUE)
        .routeConfigurationId(FailureRoutes.INNER)
        .filter().body(Wake.class, queue::enters)
            .wireTap(direct(WEBHOOK_TURN)).dynamicUri(false).executorService(workers);
    // spotless:on
  }

  private void turns(ExecutorService workers) {
    // spotless:off
    from(direct(WEBHOOK_TURN)).routeId(WEBHOOK_TURN)
        .routeConfigurationId(FailureRoutes.WORKING)
        .setVariable(WAKE, body())
        .doTry()
            .to(direct(WEBHOOK_ATTEMPT))
        // However a turn ends, its place goes to the next.
        .doCatch(Throwable.class)
            .process(FailureRoutes::note)
        .end()
        .transform().exchange(this::next)
        .filter(body().isNotNull())
            .wireTap(direct(WEBHOOK_TURN)).dynamicUri(false).executorService(workers);
    // spotless:on
  }

  /** A sweep that has found as many as it may looks again, so often and no more. */
  private boolean isMoreDue(Exchange sweep) {
    var last = Optional.ofNullable(sweep.getProperty(Exchange.LOOP_INDEX, Integer.class));
    return last.isEmpty()
        || last.get() + 1 < SWEEP_ROUNDS
            && sweep.getMessage().getBody(List.class).size() == attempts.mostDue();
  }

  private @Nullable Object next(Exchange exchange) {
    return queue.leave(exchange.getVariable(WAKE, Wake.class)).orElse(null);
  }
}
