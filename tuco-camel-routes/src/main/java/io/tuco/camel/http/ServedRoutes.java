package io.tuco.camel.http;

import io.tuco.camel.FailureRoutes;
import java.util.List;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;

/** One route per operation that is answered by the core and the stores alone. */
public final class ServedRoutes extends RouteBuilder {

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final List<Served> operations;

  public ServedRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, List<Served> operations) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.operations = List.copyOf(operations);
  }

  @Override
  public void configure() {
    operations.forEach(served -> serve(served.operation(), served.answer()));
  }

  private void serve(Operation operation, Function<HttpRequest, HttpAnswer> answer) {
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, answer::apply)
        .process(codec::answer);
    // spotless:on
  }
}
