package io.tuco.camel.event;

import static io.tuco.camel.event.EventRouteIds.OUTBOX_BATCH;
import static io.tuco.camel.event.EventRouteIds.OUTBOX_OFFER;
import static io.tuco.camel.event.EventRouteIds.OUTBOX_PUBLISH;
import static io.tuco.camel.event.EventRouteIds.OUTBOX_SWEEP;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_QUEUE;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_SWEEP;
import static io.tuco.camel.event.EventRouteIds.direct;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.event.OutboxPublishing.Offered;
import io.tuco.camel.event.OutboxPublishing.Published;
import io.tuco.core.event.Outbox;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** From outbox to deliveries, at once or by the sweep; then a wake for each, lost or not. */
final class OutboxRoutes extends RouteBuilder {

  private final EventParts parts;
  private final OutboxPublishing publishing;

  OutboxRoutes(EventParts parts, OutboxPublishing publishing) {
    this.parts = parts;
    this.publishing = publishing;
  }

  /** They start and stop with the context. */
  private OutboxBatches batches() throws Exception {
    var worker =
        getContext().getExecutorServiceManager().newSingleThreadExecutor(this, OUTBOX_BATCH);
    var producer = getContext().getEndpoint(direct(OUTBOX_BATCH)).createAsyncProducer();
    var batches = new OutboxBatches(worker, producer);
    getContext().addService(batches, true, true);
    return batches;
  }

  private void mark(Exchange exchange) {
    publishing.mark(exchange.getMessage().getBody(Published.class));
  }

  @Override
  public void configure() throws Exception {
    var batches = batches();
    // spotless:off
    from(Seams.OUTBOX_PUBLISH).routeId(OUTBOX_PUBLISH)
        .routeConfigurationId(FailureRoutes.RECORDING)
        .transform().body(Outbox.class, publishing::publish)
        .split().body(Published.class, Published::wakes)
            .to(direct(WEBHOOK_QUEUE))
        .end()
        .process(this::mark);

    from(Seams.OUTBOX_OFFER).routeId(OUTBOX_OFFER)
        .routeConfigurationId(FailureRoutes.INNER)
        .process(batches::offer);

    from(direct(OUTBOX_BATCH)).routeId(OUTBOX_BATCH)
        .routeConfigurationId(FailureRoutes.RECORDING)
        .transform().body(Offered.class, publishing::publishAll)
        .split().body(Published.class, Published::wakes)
            .to(direct(WEBHOOK_QUEUE))
        .end()
        .process(this::mark);

    from(parts.settings().sweep()).routeId(OUTBOX_SWEEP)
        .routeConfigurationId(FailureRoutes.WORKING)
        .transform().body(tick -> publishing.undrained(parts.settings().sweepLimit()))
        .split(body())
            .doTry()
                .to(Seams.OUTBOX_PUBLISH)
            // One that cannot be published keeps neither the others nor what is due.
            .doCatch(Throwable.class)
                .process(FailureRoutes::note)
            .end()
        .end()
        .to(direct(WEBHOOK_SWEEP))
        .process(tick -> parts.stores().messages().deleteForgotten());
    // spotless:on
  }
}
