package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * {@code POST /api/messages}: read, decide and store, wake the lane, answer. A call that another
 * one runs already waits for it, in a {@link WaitingRoom}.
 */
final class SendRoutes extends RouteBuilder {

  private static final Operation SUBMIT = ApiOperations.SUBMIT_MESSAGE;
  private static final String AWAIT = "direct:tuco-message-await";
  private static final String DECIDED = "tuco-decided-call";
  private static final int WAITERS = 2;

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final SendCalls calls;
  private final WaitingRoom room;

  SendRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, SendCalls calls, WaitingRoom room) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.calls = calls;
    this.room = room;
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
        .loopDoWhile(SendRoutes::isOpen)
            .choice()
                .when().body(SendCall.class, this::mayWait).to(AWAIT)
                .when().body(SendCall.class, SendCall::isWaiting)
                    .process(this::giveUp)
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
        .delay(WaitingRoom.LOOK_MILLIS).asyncDelayed().executorService(waiters)
        .process(exchange -> room.leave())
        .transform().body(SendCall.Waiting.class, calls::look);
    // spotless:on
  }

  /** What failed in the loop is answered already, and is no call any more. */
  private static boolean isOpen(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof SendCall call && call.isOpen();
  }

  private void giveUp(Exchange exchange) {
    var message = exchange.getMessage();
    message.setBody(calls.giveUp(message.getBody(SendCall.Waiting.class)));
  }

  private boolean mayWait(SendCall call) {
    return call.isWaiting() && room.enter();
  }
}
