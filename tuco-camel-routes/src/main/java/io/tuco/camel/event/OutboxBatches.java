package io.tuco.camel.event;

import io.tuco.camel.FailureRoutes;
import io.tuco.core.event.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Publishes what is offered, as much at once as has gathered while the last batch was on its way:
 * one message alone does not wait, and many share their reads and writes. What is lost here lies in
 * the store and is found by the sweep.
 */
final class OutboxBatches extends ServiceSupport {

  private static final int MOST = 64;

  private final ConcurrentLinkedQueue<Outbox> offered = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final ExecutorService worker;
  private final AsyncProducer batches;

  /**
   * @param worker of one thread
   * @param batches takes a list of outboxes
   */
  OutboxBatches(ExecutorService worker, AsyncProducer batches) {
    this.worker = worker;
    this.batches = batches;
  }

  void offer(Exchange exchange) {
    offered.add(exchange.getMessage().getBody(Outbox.class));
    begin();
  }

  private void begin() {
    if (busy.compareAndSet(false, true)) {
      try {
        worker.execute(this::work);
      } catch (RejectedExecutionException stopping) {
        busy.set(false);
      }
    }
  }

  private void work() {
    try {
      for (var batch = next(); !batch.isEmpty(); batch = next()) {
        publish(batch);
      }
    } finally {
      busy.set(false);
    }
    // Something may have come between the last look and the last line.
    if (!offered.isEmpty()) {
      begin();
    }
  }

  private List<Outbox> next() {
    var batch = new ArrayList<Outbox>();
    while (batch.size() < MOST && !offered.isEmpty()) {
      batch.add(offered.poll());
    }
    return batch;
  }

  private void publish(List<Outbox> batch) {
    var exchange = batches.getEndpoint().createExchange();
    exchange.getMessage().setBody(batch);
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
