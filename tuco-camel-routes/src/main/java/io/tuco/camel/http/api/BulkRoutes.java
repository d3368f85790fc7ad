package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.WaitingRoom;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** {@code POST /api/messages/bulk}: read, decide and store each, wake the lanes, answer. */
final class BulkRoutes extends RouteBuilder {

  private static final Operation SUBMIT = ApiOperations.SUBMIT_MANY;
  private static final String AWAIT = "direct:tuco-bulk-await";
  private static final String ENDED = "tuco-ended-bulk";

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final BulkCalls calls;
  private final WaitingRoom room;

  BulkRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, BulkCalls calls, WaitingRoom room) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.calls = calls;
    this.room = room;
  }

  @Override
  public void configure() {
    var waiters =
        getContext().getExecutorServiceManager().newScheduledThreadPool(this, "tuco-bulk-wait", 1);
    // spotless:off
    from(endpoints.uri(SUBMIT.method(), SUBMIT.path()))
        .routeId(SUBMIT.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, calls::read)
        .loopDoWhile(BulkRoutes::isOpen)
            .choice()
                .when().body(BulkCall.class, this::mayWait).to(AWAIT)
                .when().body(BulkCall.class, BulkCall::isWaiting)
                    .process(this::giveUp)
                .otherwise().transform().body(BulkCall.Ready.class, calls::decide)
            .end()
        .end()
        .setVariable(ENDED, body())
        .transform().body(BulkCall.class, BulkCall::accepted)
        .split(body())
            // They are stored: a failed wake delays them by a sweep, an error would send them twice.
            .doTry()
                .to(Seams.LANE_EXPECT)
            .doCatch(Exception.class)
                .process(FailureRoutes::note)
            .end()
        .end()
        .setBody(variable(ENDED))
        .transform().body(BulkCall.Ended.class, calls::answer)
        .process(codec::answer);

    from(AWAIT).routeId("tuco-bulk-await").routeConfigurationId(FailureRoutes.INNER)
        .delay(WaitingRoom.LOOK_MILLIS).asyncDelayed().executorService(waiters)
        .process(exchange -> room.leave())
        .transform().body(BulkCall.Waiting.class, calls::look);
    // spotless:on
  }

  /** What failed in the loop is answered already, and is no call any more. */
  private static boolean isOpen(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof BulkCall call && call.isOpen();
  }

  private void giveUp(Exchange exchange) {
    var message = exchange.getMessage();
    message.setBody(calls.giveUp(message.getBody(BulkCall.Waiting.class)));
  }

  private boolean mayWait(BulkCall call) {
    return call.isWaiting() && room.enter();
  }
}
