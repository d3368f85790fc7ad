package io.tuco.camel.http.optout;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.RouteIds;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.core.message.UnsubscribeTokens;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** {@code /u/{token}}: no key, as the token is one. */
public final class OptOutRoutes extends RouteBuilder {

  private static final Operation ASK = new Operation("GET", "/u/{token}", RouteIds.OPT_OUT_ASK);
  private static final Operation CLICK =
      new Operation("POST", "/u/{token}", RouteIds.OPT_OUT_CLICK);

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final OptOutClicks clicks;

  public OptOutRoutes(
      HttpEndpoints endpoints,
      HttpExchangeCodec codec,
      UnsubscribeTokens tokens,
      OptOutByMail effect) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.clicks = new OptOutClicks(tokens, effect);
  }

  @Override
  public void configure() {
    serve(ASK, clicks::ask);
    serve(CLICK, clicks::click);
  }

  private void serve(Operation operation, Function<HttpRequest, Object> answer) {
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, answer)
        .process(this::answer);
    // spotless:on
  }

  private void answer(Exchange exchange) {
    var message = exchange.getMessage();
    if (message.getBody() instanceof OptOutPage page) {
      codec.write(exchange, HttpAnswer.success());
      OptOutPage.HEADERS.forEach(message::setHeader);
      message.setHeader(Exchange.CONTENT_TYPE, "text/html; charset=utf-8");
      message.setBody(page.html().getBytes(StandardCharsets.UTF_8));
    } else {
      codec.answer(exchange);
    }
  }
}
