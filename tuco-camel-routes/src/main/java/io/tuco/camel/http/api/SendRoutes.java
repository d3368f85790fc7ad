package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import org.apache.camel.builder.RouteBuilder;

/**
 * {@code POST /api/messages}: read, decide and store, wake the lane, answer. A call that another
 * one runs already waits for it without a thread.
 */
final class SendRoutes extends RouteBuilder {

  private static final Operation SUBMIT = ApiOperations.SUBMIT_MESSAGE;
  private static final String AWAIT = "direct:tuco-message-await";
  private static final String DECIDED = "tuco-decided-call";
  private static final long LOOK_MILLIS = 100;
  private static final int WAITERS = 2;

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final SendCalls calls;

  SendRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, SendCalls calls) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.calls = calls;
  }

  @Override
  public void configure() {
    var waiters =
        getContext()
            .getExecutorServiceManager()
            .newScheduledThreadPool(this, "tuco-key-wait", WAITERS);
    // spotless:off
    from(endpoints.uri(SUBMIT.method(), SUBMIT.path()))
        .routeId(SUBMIT.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, calls::read)
        .loopDoWhile(exchange -> exchange.getMessage().getBody(SendCall.class).isOpen())
            .choice()
                .when().body(SendCall.class, SendCall::isWaiting).to(AWAIT)
                .otherwise().transform().body(SendCall.Ready.class, calls::decide)
            .end()
        .end()
        .choice().when().body(SendCall.class, SendCall::isAccepted)
            .setVariable(DECIDED, body())
            // It is stored: a failed wake delays it by a sweep, an error would have it sent twice.
            .doTry()
                .transform().body(SendCall.class, SendCall::accepted)
                .to(Seams.LANE_EXPECT)
            .doCatch(Exception.class)
                .process(FailureRoutes::note)
            .end()
            .setBody(variable(DECIDED))
        .end()
        .transform().body(SendCall.class, calls::answer)
        .process(codec::answer);

    from(AWAIT).routeId("tuco-message-await").routeConfigurationId(FailureRoutes.INNER)
        .delay(LOOK_MILLIS).asyncDelayed().executorService(waiters)
        .transform().body(SendCall.Waiting.class, calls::look);
    // spotless:on
  }
}
