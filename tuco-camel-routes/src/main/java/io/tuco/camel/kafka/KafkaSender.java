package io.tuco.camel.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends through the route that ends at the events topic. */
final class KafkaSender implements StreamSender {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaSender.class);

  /** Longer than the client's own limits together: whoever is silent so long never answers. */
  private static final int LIMIT_SECONDS = 60;

  private final AsyncProducer producer;

  KafkaSender(CamelContext context) {
    try {
      producer = context.getEndpoint(EventStreamRoutes.PUBLISH_SEAM).createAsyncProducer();
    } catch (Exception e) {
      throw new IllegalStateException("a direct endpoint always has a producer", e);
    }
  }

  @Override
  public CompletableFuture<StreamAnswer> send(StreamedEvent event) {
    var exchange = producer.getEndpoint().createExchange();
    exchange.getMessage().setBody(event);
    var answer = new CompletableFuture<StreamAnswer>();
    producer.process(exchange, sync -> answer.complete(answerOf(exchange)));
    return answer.completeOnTimeout(StreamAnswer.AWAY, LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  private static StreamAnswer answerOf(Exchange exchange) {
    if (exchange.getException() == null) {
      return StreamAnswer.TAKEN;
    }
    LOG.debug("an event was not taken", exchange.getException());
    return exchange.getException(RecordTooLargeException.class) != null
            || exchange.getException(InvalidRecordException.class) != null
        ? StreamAnswer.REFUSED
        : StreamAnswer.AWAY;
  }

  void start() {
    producer.start();
  }

  void stop() {
    producer.stop();
  }
}
