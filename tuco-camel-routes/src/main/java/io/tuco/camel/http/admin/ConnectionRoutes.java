package io.tuco.camel.http.admin;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Connections that are made or changed: let the CRM confirm the credentials, store, answer. */
final class ConnectionRoutes extends RouteBuilder {

  private static final String CLAIMED = "tuco-claimed-connection";

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final ConnectionApi connections;

  ConnectionRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, ConnectionApi connections) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.connections = connections;
  }

  @Override
  public void configure() {
    serve(AdminOperation.CREATE_CONNECTION, connections::create);
    serve(AdminOperation.CHANGE_CONNECTION, connections::change);
  }

  private void serve(AdminOperation offered, Function<HttpRequest, ConnectionCall> read) {
    var operation = offered.operation();
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, read::apply)
        .choice().when().body(ConnectionCall.class, ConnectionCall::isToBeVerified)
            .setVariable(CLAIMED, body())
            .transform().body(ConnectionCall.Claimed.class, ConnectionCall.Claimed::claim)
            .to(Seams.CRM_VERIFY)
            .process(this::keep)
        .otherwise()
            .transform().body(ConnectionCall.Over.class, ConnectionCall.Over::answer)
        .end()
        .process(codec::answer);
    // spotless:on
  }

  private void keep(Exchange exchange) {
    var claimed = exchange.getVariable(CLAIMED, ConnectionCall.Claimed.class);
    exchange.getMessage().setBody(connections.verified(claimed, exchange.getMessage().getBody()));
  }
}
