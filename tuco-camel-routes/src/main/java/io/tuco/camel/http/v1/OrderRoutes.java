package io.tuco.camel.http.v1;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.core.dispatch.ChatSignal;
import io.tuco.core.engine.ChatOrders;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * Typing, reactions and receipts of ours: read, stored, answered; the device is told meanwhile,
 * once, and what it says is stored.
 */
final class OrderRoutes extends RouteBuilder {

  private static final String CARRY_OUT = "tuco-v1-order";
  private static final String ORDER = "tuco-order";

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final OrderReading reading;
  private final ChatOrders orders;

  OrderRoutes(
      HttpEndpoints endpoints, HttpExchangeCodec codec, OrderReading reading, ChatOrders orders) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.reading = reading;
    this.orders = orders;
  }

  @Override
  public void configure() {
    serve(V1Operations.SEND_TYPING, reading::typing);
    serve(V1Operations.SEND_RECEIPT, reading::receipt);
    serve(V1Operations.SEND_REACTION, reading::reaction);

    // spotless:off
    from("direct:" + CARRY_OUT).routeId(CARRY_OUT)
        .routeConfigurationId(FailureRoutes.WORKING)
        .filter().body(OrderStep.Taken.class, taken -> orders.begin(taken.order()))
            .setVariable(ORDER, body())
            .transform().body(OrderStep.Taken.class, OrderStep.Taken::signal)
            .to(Seams.RELAY_SIGNAL)
            .process(this::end)
        .end();
    // spotless:on
  }

  private void serve(Operation operation, Function<HttpRequest, OrderStep> read) {
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, read::apply)
        .filter().body(OrderStep.class, OrderStep::isTaken)
            .wireTap("direct:" + CARRY_OUT).end()
        .end()
        .transform().body(OrderStep.class, OrderStep::answer)
        .process(codec::answer);
    // spotless:on
  }

  private void end(Exchange exchange) {
    var taken = exchange.getVariable(ORDER, OrderStep.Taken.class);
    orders.end(taken.order(), exchange.getMessage().getBody(ChatSignal.Outcome.class));
  }
}
