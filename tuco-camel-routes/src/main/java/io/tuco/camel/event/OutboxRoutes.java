package io.tuco.camel.event;

import static io.tuco.camel.event.EventRouteIds.OUTBOX_BATCH;
import static io.tuco.camel.event.EventRouteIds.OUTBOX_OFFER;
import static io.tuco.camel.event.EventRouteIds.OUTBOX_PUBLISH;
import static io.tuco.camel.event.EventRouteIds.OUTBOX_SWEEP;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_SWEEP;
import static io.tuco.camel.event.EventRouteIds.direct;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.event.Outbox;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;

/** From outbox to deliveries, at once or by the sweep; then a wake for each, lost or not. */
final class OutboxRoutes extends RouteBuilder {

  private final EventParts parts;
  private final OutboxPublishing publishing;

  OutboxRoutes(EventParts parts) {
    this.parts = parts;
    this.publishing =
        new OutboxPublishing(
            parts.stores(), parts.renderer(), parts.beside(), parts.drained(), parts.clock());
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

  @Override
  public void configure() throws Exception {
    var batches = batches();
    // spotless:off
    from(Seams.OUTBOX_PUBLISH).routeId(OUTBOX_PUBLISH)
        .routeConfigurationId(FailureRoutes.RECORDING)
        .transform().body(Outbox.class, publishing::publish)
        .split(body())
            .to(Seams.WEBHOOK_DELIVER);

    from(Seams.OUTBOX_OFFER).routeId(OUTBOX_OFFER)
        .routeConfigurationId(FailureRoutes.INNER)
        .process(batches::offer);

    from(direct(OUTBOX_BATCH)).routeId(OUTBOX_BATCH)
        .routeConfigurationId(FailureRoutes.RECORDING)
        .transform().body(List.class, publishing::publishAll)
        .split(body())
            .to(Seams.WEBHOOK_DELIVER);

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
