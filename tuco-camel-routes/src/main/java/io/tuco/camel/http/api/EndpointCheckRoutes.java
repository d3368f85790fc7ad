package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.core.event.DeliveryAnswer;
import org.apache.camel.builder.RouteBuilder;

/** {@code POST /api/webhooks/{id}/health-check}: judge, call, tell. No thread waits meanwhile. */
final class EndpointCheckRoutes extends RouteBuilder {

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final EndpointChecks checks;

  EndpointCheckRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, EndpointChecks checks) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.checks = checks;
  }

  @Override
  public void configure() {
    var operation = ApiOperations.CHECK_WEBHOOK;
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, checks::propose)
        .filter().body(CheckCall.class, CheckCall::isToCall)
            .transform().body(CheckCall.ToCall.class, CheckCall.ToCall::check)
            .to(Seams.WEBHOOK_CHECK)
            .transform().body(DeliveryAnswer.class, EndpointChecks::answered)
        .end()
        .transform().body(CheckCall.Ended.class, CheckCall.Ended::answer)
        .process(codec::answer);
    // spotless:on
  }
}
