package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.camel.FailureRoutes;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.kafka.KafkaConstants;

/** Events out: one record of the events topic for each, and a tick for what nobody woke us for. */
final class EventStreamRoutes extends RouteBuilder {

  static final String PUBLISH = "tuco-event-stream";
  static final String PUBLISH_SEAM = "direct:" + PUBLISH;
  private static final String SWEEP = "tuco-event-stream-sweep";

  private final KafkaParts parts;
  private final StreamWorker worker;

  EventStreamRoutes(KafkaParts parts, StreamWorker worker) {
    this.parts = parts;
    this.worker = worker;
  }

  @Override
  public void configure() {
    // spotless:off
    from(parts.sweep()).routeId(SWEEP)
        .routeConfigurationId(FailureRoutes.WORKING)
        .process(tick -> worker.tick());

    from(PUBLISH_SEAM).routeId(PUBLISH)
        .routeConfigurationId(FailureRoutes.INNER)
        .process(EventStreamRoutes::address)
        .to(KafkaClients.events(getContext(), parts.settings().eventsTopic()));
    // spotless:on
  }

  /** The record's headers, and no others. */
  private static void address(Exchange exchange) {
    var message = exchange.getMessage();
    var streamed = message.getBody(StreamedEvent.class);
    message.removeHeaders("*");
    message.setHeader(KafkaConstants.KEY, streamed.key());
    message.setHeader("webhook-id", streamed.event().id().getBytes(UTF_8));
    message.setHeader("tuco-event", streamed.event().name().wire().getBytes(UTF_8));
    message.setHeader("tuco-workspace", streamed.workspaceId().getBytes(UTF_8));
    message.setBody(streamed.value());
  }
}
