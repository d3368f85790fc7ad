package io.tuco.camel.http.api;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.LoudPools;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.WaitingRoom;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.LifecycleStrategySupport;

/**
 * {@code POST /api/messages}: read, decide and store, wake the lane, answer; at once, or when the
 * message has ended. A call that another one runs already waits for it. Both take a place in the
 * {@link WaitingRoom}.
 */
final class SendRoutes extends RouteBuilder {

  private static final Operation SUBMIT = ApiOperations.SUBMIT_MESSAGE;
  private static final String AWAIT = "direct:tuco-message-await";
  private static final String DECIDED = "tuco-decided-call";
  private static final int WAITERS = 2;
  private static final int RESUMING = 4;
  private static final int ALONE = 64;

  /** How late an end is heard of that another node has recorded. */
  private static final long LOOK_MILLIS = 250;

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final SendCalls calls;
  private final WaitingRoom room;
  private final EndWaits waits;

  SendRoutes(
      HttpEndpoints endpoints,
      HttpExchangeCodec codec,
      SendCalls calls,
      WaitingRoom room,
      EndWaits waits) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.calls = calls;
    this.room = room;
    this.waits = waits;
  }

  @Override
  public void configure() {
    var threads = getContext().getExecutorServiceManager();
    var waiters = threads.newScheduledThreadPool(this, "tuco-key-wait", WAITERS);
    var parking = new Parking(waits, threads.newFixedThreadPool(this, "tuco-resume", RESUMING));
    var desk =
        new SendDesk(
            calls,
            threads.newThreadPool(
                this, "tuco-send-desk", LoudPools.of("tuco-send-desk", SendDesk.CLERKS)),
            threads.newThreadPool(this, "tuco-send-alone", LoudPools.of("tuco-send-alone", ALONE)));
    waiters.scheduleWithFixedDelay(waits::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    getContext().addLifecycleStrategy(new Farewell(waits));
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
                .otherwise().process(desk)
            .end()
        .end()
        // Before anybody is told of the message, or its end might be missed.
        .transform().body(SendCall.class, waits::parked)
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
        .choice().when().body(SendCall.class, SendCall::isParked)
            .process(parking)
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

  /** A context that stops waits for its exchanges: those that are parked must not keep it. */
  private static final class Farewell extends LifecycleStrategySupport {
    private final EndWaits waits;

    Farewell(EndWaits waits) {
      this.waits = waits;
    }

    @Override
    public void onContextStopping(CamelContext context) {
      waits.close();
    }
  }
}
