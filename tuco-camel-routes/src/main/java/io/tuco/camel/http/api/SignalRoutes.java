package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.WaitingRoom;
import io.tuco.core.dispatch.ChatSignal;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Typing and reactions: read, have the device do it once, answer. Nothing is tried again. */
final class SignalRoutes extends RouteBuilder {

  static final int PLACES = 32;

  private static final String CALL = "tuco-signal-call";
  private static final HttpAnswer TOO_MANY =
      HttpAnswer.error(429, "Rate limit exceeded").with("Retry-After", "1");

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final MessageSignals signals;
  private final WaitingRoom room = new WaitingRoom(PLACES);

  SignalRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, MessageSignals signals) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.signals = signals;
  }

  @Override
  public void configure() {
    serve(ApiOperations.START_TYPING, signals::startTyping);
    serve(ApiOperations.STOP_TYPING, signals::stopTyping);
    serve(ApiOperations.REACT, signals::react);
  }

  private void serve(Operation operation, Function<HttpRequest, SignalCall> read) {
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, read::apply)
        .process(this::admit)
        .choice().when().body(SignalCall.class, SignalCall::isReady)
            .setVariable(CALL, body())
            .transform().body(SignalCall.Ready.class, SignalCall.Ready::signal)
            .to(Seams.RELAY_SIGNAL)
            .process(SignalRoutes::answer)
        .otherwise()
            .transform().body(SignalCall.Refused.class, SignalCall.Refused::answer)
        .end()
        .process(codec::answer);
    // spotless:on
  }

  /** A device may take its time to answer. */
  private void admit(Exchange exchange) {
    var message = exchange.getMessage();
    if (message.getBody(SignalCall.class).isReady() && !room.enter(exchange)) {
      message.setBody(new SignalCall.Refused(TOO_MANY));
    }
  }

  private static void answer(Exchange exchange) {
    var call = exchange.getVariable(CALL, SignalCall.Ready.class);
    var outcome = exchange.getMessage().getBody(ChatSignal.Outcome.class);
    exchange.getMessage().setBody(MessageSignals.answer(call, outcome));
  }
}
