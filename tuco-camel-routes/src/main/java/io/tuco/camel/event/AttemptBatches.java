package io.tuco.camel.event;

import io.tuco.camel.event.AttemptRecords.Batch;
import io.tuco.camel.event.DeliveryAttempt.Answered;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.AsyncProcessorSupport;

/**
 * Records attempts that are over, in batches. An exchange goes on once its own is recorded, and no
 * thread waits until then.
 */
final class AttemptBatches extends AsyncProcessorSupport {

  private static final int MOST = 256;

  private record Waiting(Exchange exchange, AsyncCallback callback) {
    Answered attempt() {
      return exchange.getMessage().getBody(Answered.class);
    }
  }

  private final Batching<Waiting> batching;
  private final AsyncProducer records;

  /**
   * @param worker of one thread
   * @param records takes a {@link Batch}
   */
  AttemptBatches(ExecutorService worker, AsyncProducer records) {
    this.batching = new Batching<>(worker, MOST, this::record);
    this.records = records;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    batching.offer(new Waiting(exchange, callback));
    return false;
  }

  private void record(List<Waiting> batch) {
    var exchange = records.getEndpoint().createExchange();
    exchange.getMessage().setBody(new Batch(batch.stream().map(Waiting::attempt).toList()));
    try {
      records.process(exchange);
    } catch (Exception e) {
      exchange.setException(e);
    }
    for (var waiting : batch) {
      waiting.exchange().setException(exchange.getException());
      waiting.callback().done(false);
    }
  }

  @Override
  protected void doStart() {
    records.start();
  }

  @Override
  protected void doStop() {
    records.stop();
  }
}
