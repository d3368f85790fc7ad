package io.tuco.camel.event;

import static io.tuco.camel.event.EventRouteIds.WEBHOOK_NOTE;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_OFFER;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_RECORD;
import static io.tuco.camel.event.EventRouteIds.direct;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.event.AttemptRecords.Batch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** What becomes of attempts that are over: recorded together, one after the other. */
final class WebhookRecordRoutes extends RouteBuilder {

  private final AttemptRecords records;

  WebhookRecordRoutes(AttemptRecords records) {
    this.records = records;
  }

  /**
   * They start and stop with the context. Not the threads that look hosts up: a slow resolver must
   * not hold back what is answered.
   */
  private AttemptBatches batches() throws Exception {
    var worker =
        getContext().getExecutorServiceManager().newSingleThreadExecutor(this, WEBHOOK_RECORD);
    var producer = getContext().getEndpoint(direct(WEBHOOK_RECORD)).createAsyncProducer();
    var batches = new AttemptBatches(worker, producer);
    getContext().addService(batches, true, true);
    return batches;
  }

  @Override
  public void configure() throws Exception {
    var batches = batches();
    // spotless:off
    from(direct(WEBHOOK_OFFER)).routeId(WEBHOOK_OFFER)
        .routeConfigurationId(FailureRoutes.INNER)
        .process(batches);

    from(direct(WEBHOOK_RECORD)).routeId(WEBHOOK_RECORD)
        .routeConfigurationId(FailureRoutes.RECORDING)
        .process(exchange -> records.record(batch(exchange)))
        .process(exchange -> records.count(batch(exchange)))
        .process(exchange -> records.note())
        .transform().body(Batch.class, records::judge)
        .split(body())
            .to(Seams.WEBHOOK_DELIVER);

    from(direct(WEBHOOK_NOTE)).routeId(WEBHOOK_NOTE)
        .routeConfigurationId(FailureRoutes.RECORDING)
        .process(tick -> records.note());
    // spotless:on
  }

  private static Batch batch(Exchange exchange) {
    return exchange.getMessage().getBody(Batch.class);
  }
}
