package io.tuco.camel.crm;

import io.tuco.camel.Seams;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundCall;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.service.ServiceSupport;

/** Calls through the seam, where an embedder can see, trace and intercept them. */
final class RoutedHttp extends ServiceSupport implements CrmHttp {

  private final CamelContext context;
  private volatile Optional<AsyncProducer> producer = Optional.empty();

  RoutedHttp(CamelContext context) {
    this.context = context;
  }

  @Override
  public void call(OutboundCall call, Consumer<OutboundAnswer> answered) {
    var through = producer;
    if (through.isEmpty()) {
      answered.accept(new OutboundAnswer.Failed(true, "The server is not running"));
      return;
    }
    var exchange = through.get().getEndpoint().createExchange();
    exchange.getMessage().setBody(call);
    through.get().process(exchange, doneSync -> answered.accept(answerOf(exchange)));
  }

  private static OutboundAnswer answerOf(Exchange exchange) {
    return exchange.getException() == null
            && exchange.getMessage().getBody() instanceof OutboundAnswer answer
        ? answer
        : new OutboundAnswer.Failed(false, "The call broke off");
  }

  @Override
  protected void doStart() throws Exception {
    var opened = context.getEndpoint(Seams.CRM_CALL).createAsyncProducer();
    opened.start();
    producer = Optional.of(opened);
  }

  @Override
  protected void doStop() {
    var open = producer;
    producer = Optional.empty();
    open.ifPresent(AsyncProducer::stop);
  }
}
