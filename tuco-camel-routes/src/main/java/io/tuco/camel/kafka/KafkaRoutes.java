package io.tuco.camel.kafka;

import io.tuco.core.event.Outbox;
import java.util.Collection;
import org.apache.camel.CamelContext;

/** The door of this package: events out, and sends in where a topic is named for them. */
public final class KafkaRoutes {

  private final KafkaParts parts;
  private final StreamWorker worker;

  private KafkaRoutes(KafkaParts parts, StreamWorker worker) {
    this.parts = parts;
    this.worker = worker;
  }

  /**
   * Adds the routes; they start and stop with the context, whether or not a broker is there. They
   * need {@code FailureRoutes} before them and, for sends, a consumer of {@link
   * io.tuco.camel.Seams#SEND_TAKE} beside them.
   *
   * @throws io.tuco.camel.ConfigurationException when camel-kafka is not there
   */
  public static KafkaRoutes installOn(CamelContext context, KafkaParts parts) throws Exception {
    KafkaClients.install(context, parts.settings());
    var worker = StreamWorker.in(context, parts);
    context.addRoutes(new EventStreamRoutes(parts, worker));
    context.addService(worker, true, true);
    if (parts.settings().sends().isPresent()) {
      var sends = parts.settings().sends().get();
      context.addRoutes(new SendInboxRoutes(sends, new SendInbox(parts.stores(), sends)));
    }
    return new KafkaRoutes(parts, worker);
  }

  /** Takes events whose deliveries are made: from now on they wait for the stream. */
  public void take(Collection<Outbox> drained) {
    parts.stores().eventStream().handOver(drained);
    worker.wake();
  }
}
