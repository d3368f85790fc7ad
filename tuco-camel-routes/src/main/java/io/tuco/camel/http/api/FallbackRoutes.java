package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.core.line.DeviceProbe;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** {@code PATCH /api/workspace/fallback-config}: judge, prove the credentials, store, answer. */
final class FallbackRoutes extends RouteBuilder {

  private static final String PROPOSED = "tuco-proposed-fallback";

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final FallbackApi fallback;

  FallbackRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, FallbackApi fallback) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.fallback = fallback;
  }

  @Override
  public void configure() {
    var operation = ApiOperations.CHANGE_FALLBACK;
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, fallback::propose)
        .choice().when().body(FallbackCall.class, FallbackCall::isToBeProved)
            .setVariable(PROPOSED, body())
            .transform().body(FallbackCall.ToProve.class, FallbackCall.ToProve::account)
            .to(Seams.SMS_PROBE)
            .process(this::judge)
        .end()
        .transform().body(FallbackCall.class, fallback::answer)
        .process(codec::answer);
    // spotless:on
  }

  private void judge(Exchange exchange) {
    var proposed = exchange.getVariable(PROPOSED, FallbackCall.ToProve.class);
    var probe = exchange.getMessage().getBody(DeviceProbe.class);
    exchange.getMessage().setBody(fallback.judge(proposed, probe));
  }
}
