package io.tuco.camel.dispatch;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.core.dispatch.DispatchCommand.Kind;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.intake.SubmissionResult.Accepted;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Predicate;
import org.apache.camel.builder.RouteBuilder;

/** Carries the step machine's commands out until its turn is over; decides nothing. */
final class LaneRoutes extends RouteBuilder {

  private static final String CHECK = "direct:tuco-lane-check";
  private static final String SEND = "direct:tuco-lane-send";
  private static final String CALL = "direct:tuco-lane-call";
  private static final String VERIFY = "direct:tuco-lane-verify";
  private static final String PUBLISH = "direct:tuco-lane-publish";

  private final TurnSteps steps;
  private final LaneDriver driver;
  private final ExecutorService workers;

  LaneRoutes(TurnSteps steps, LaneDriver driver, ExecutorService workers) {
    this.steps = steps;
    this.driver = driver;
    this.workers = workers;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.LANE_WAKE).routeId("tuco-lane-wake").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> driver.wake(exchange.getMessage().getBody(String.class)));

    from(Seams.LANE_EXPECT).routeId("tuco-lane-expect").routeConfigurationId(FailureRoutes.WORKING)
        .process(exchange -> driver.expect(exchange.getMessage().getBody(Accepted.class)))
        .filter().body(Accepted.class, accepted -> accepted.events().isPresent())
            .transform().body(Accepted.class, accepted -> accepted.events().orElseThrow())
            .to(Seams.OUTBOX_OFFER);

    from(Seams.LANE_TURN).routeId("tuco-lane-turn").routeConfigurationId(FailureRoutes.INNER)
        .process(steps::begin)
        .loopDoWhile(exchange -> TurnSteps.turn(exchange).isOpen())
            .choice()
                .when(next(Kind.STORE)).to(Seams.LANE_STORE)
                .when(next(Kind.CHECK)).to(CHECK)
                .when(next(Kind.SEND)).to(SEND)
                .when(next(Kind.VERIFY)).to(VERIFY)
                .otherwise().to(PUBLISH)
            .end()
        .end();

    from(CHECK).routeId("tuco-lane-check").routeConfigurationId(FailureRoutes.INNER)
        .process(steps::command)
        .to(Seams.RELAY_CHECK)
        .threads().executorService(workers).process(steps::checked);

    from(SEND).routeId("tuco-lane-send").routeConfigurationId(FailureRoutes.INNER)
        .process(steps::calling)
        .filter(next(Kind.SEND)).to(CALL).end();

    from(CALL).routeId("tuco-lane-call").routeConfigurationId(FailureRoutes.INNER)
        .process(steps::command)
        .choice()
            .when(by(Sender.Kind.DEVICE)).to(Seams.RELAY_SEND)
            .when(by(Sender.Kind.SMS)).to(Seams.SMS_SEND)
            .otherwise().to(Seams.MAIL_SEND)
        .end()
        .threads().executorService(workers).process(steps::answered);

    from(VERIFY).routeId("tuco-lane-verify").routeConfigurationId(FailureRoutes.INNER)
        .process(steps::command)
        .choice()
            .when(by(Sender.Kind.DEVICE)).to(Seams.RELAY_VERIFY)
            .otherwise().to(Seams.SMS_VERIFY)
        .end()
        .threads().executorService(workers).process(steps::verified);

    from(PUBLISH).routeId("tuco-lane-publish").routeConfigurationId(FailureRoutes.INNER)
        .process(steps::outbox)
        .to(Seams.OUTBOX_OFFER)
        .process(steps::published);

    from(Seams.LANE_STORE).routeId("tuco-lane-store").routeConfigurationId(FailureRoutes.RECORDING)
        .process(steps::carryOut);
    // spotless:on
  }

  private static Predicate by(Sender.Kind kind) {
    return exchange -> TurnSteps.sender(exchange).kind() == kind;
  }

  private static Predicate next(Kind kind) {
    return exchange -> TurnSteps.turn(exchange).command().kind() == kind;
  }
}
