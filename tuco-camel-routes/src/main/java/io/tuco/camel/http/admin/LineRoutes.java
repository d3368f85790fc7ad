package io.tuco.camel.http.admin;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.core.line.SenderHealth;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Lines that are made or changed: store, probe a new account, keep what the probe said, answer. */
final class LineRoutes extends RouteBuilder {

  private static final String STORED = "tuco-stored-line";

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final LineApi lines;

  LineRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, LineApi lines) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.lines = lines;
  }

  @Override
  public void configure() {
    serve(AdminOperation.CREATE_LINE, lines::create);
    serve(AdminOperation.CHANGE_LINE, lines::change);
  }

  private void serve(AdminOperation offered, Function<HttpRequest, LineCall> store) {
    var operation = offered.operation();
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, store::apply)
        .choice().when().body(LineCall.class, LineCall::isToBeProbed)
            .setVariable(STORED, body())
            // The line is stored: a probe that breaks leaves it unknown, and that is no error.
            .doTry()
                .transform().body(LineCall.Stored.class, LineCall.Stored::line)
                .to(Seams.LINE_PROBE)
                .process(this::keep)
            .doCatch(Exception.class)
                .process(FailureRoutes::note)
                .setBody(variable(STORED))
            .end()
        .end()
        .transform().body(LineCall.class, lines::answer)
        .process(codec::answer);
    // spotless:on
  }

  private void keep(Exchange exchange) {
    var stored = exchange.getVariable(STORED, LineCall.Stored.class);
    var health = exchange.getMessage().getBody(SenderHealth.class);
    exchange.getMessage().setBody(lines.probed(stored, health));
  }
}
