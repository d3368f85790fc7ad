package io.tuco.camel.event;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.event.OutboxPublishing.Offered;
import io.tuco.core.event.Outbox;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Publishes what is offered, in batches. What is lost here lies in the store and is found by the
 * sweep.
 */
final class OutboxBatches extends ServiceSupport {

  private static final int MOST = 64;

  private final Batching<Outbox> batching;
  private final AsyncProducer batches;

  /**
   * @param worker of one thread
   * @param batches takes an {@link Offered}
   */
  OutboxBatches(ExecutorService worker, AsyncProducer batches) {
    this.batching = new Batching<>(worker, MOST, this::publish);
    this.batches = batches;
  }

  void offer(Exchange exchange) {
    batching.offer(exchange.getMessage().getBody(Outbox.class));
  }

  private void publish(List<Outbox> batch) {
    var exchange = batches.getEndpoint().createExchange();
    exchange.getMessage().setBody(new Offered(batch));
    try {
      batches.process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    if (exchange.getException() != null) {
      exchange.setProperty(Exchange.EXCEPTION_CAUGHT, exchange.getException());
      FailureRoutes.note(exchange);
    }
  }

  @Override
  protected void doStart() {
    batches.start();
  }

  @Override
  protected void doStop() {
    batches.stop();
  }
}
