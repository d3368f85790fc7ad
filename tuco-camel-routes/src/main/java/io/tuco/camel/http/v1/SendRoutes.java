package io.tuco.camel.http.v1;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.WaitingRoom;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/**
 * An operation that sends: read, decide and store, wake the lane, answer. A call that another one
 * runs already waits for it, in a place of the {@link WaitingRoom}.
 */
final class SendRoutes extends RouteBuilder {

  private static final String DECIDED = "tuco-decided-call";
  private static final int WAITERS = 2;

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final Operation operation;
  private final Sends sends;
  private final WaitingRoom room;

  SendRoutes(
      HttpEndpoints endpoints,
      HttpExchangeCodec codec,
      Operation operation,
      Sends sends,
      WaitingRoom room) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.operation = operation;
    this.sends = sends;
    this.room = room;
  }

  @Override
  public void configure() {
    var waiters =
        getContext()
            .getExecutorServiceManager()
            .newScheduledThreadPool(this, "tuco-v1-key-wait", WAITERS);
    var await = operation.routeId() + "-await";
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, sends::read)
        .loopDoWhile(SendRoutes::isOpen)
            .choice()
                .when().body(SendStep.class, this::mayWait).to("direct:" + await)
                .when().body(SendStep.class, SendStep::isWaiting)
                    .process(this::giveUp)
                .otherwise().transform().body(SendStep.Ready.class, sends::decide)
            .end()
        .end()
        .choice().when().body(SendStep.class, SendStep::isAccepted)
            .setVariable(DECIDED, body())
            // It is stored: a failed wake delays it by a sweep, an error would have it sent twice.
            .doTry()
                .transform().body(SendStep.class, SendStep::accepted)
                .to(Seams.LANE_EXPECT)
            .doCatch(Exception.class)
                .process(FailureRoutes::note)
            .end()
            .setBody(variable(DECIDED))
        .end()
        .transform().body(SendStep.class, sends::answer)
        .process(codec::answer);

    from("direct:" + await).routeId(await).routeConfigurationId(FailureRoutes.INNER)
        .delay(WaitingRoom.LOOK_MILLIS).asyncDelayed().executorService(waiters)
        .process(exchange -> room.leave())
        .transform().body(SendStep.Waiting.class, sends::look);
    // spotless:on
  }

  /** What failed in the loop is answered already, and is no call any more. */
  private static boolean isOpen(Exchange exchange) {
    return exchange.getMessage().getBody() instanceof SendStep step && step.isOpen();
  }

  private boolean mayWait(SendStep step) {
    return step.isWaiting() && room.enter();
  }

  private void giveUp(Exchange exchange) {
    exchange.getMessage().setBody(sends.giveUp());
  }
}
