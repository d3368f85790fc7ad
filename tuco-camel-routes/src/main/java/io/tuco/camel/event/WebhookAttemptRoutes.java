package io.tuco.camel.event;

import static io.tuco.camel.event.EventRouteIds.WEBHOOK_ATTEMPT;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_CHECK;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_OFFER;
import static io.tuco.camel.event.EventRouteIds.WEBHOOK_POST;
import static io.tuco.camel.event.EventRouteIds.direct;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.event.DeliveryAttempt.Answered;
import io.tuco.camel.event.DeliveryAttempt.ToPost;
import io.tuco.core.event.DeliveryAnswer;
import io.tuco.core.event.HealthCheck;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** One attempt: claim and sign, POST, and on to its record. No thread waits for the answer. */
final class WebhookAttemptRoutes extends RouteBuilder {

  private static final int CHECKERS = 4;
  private static final String ATTEMPT = "tuco-attempt";

  private final EventParts parts;
  private final DeliveryAttempts attempts;

  WebhookAttemptRoutes(EventParts parts, DeliveryAttempts attempts) {
    this.parts = parts;
    this.attempts = attempts;
  }

  @Override
  public void configure() {
    getContext().addComponent(WebhookHttp.NAME, new WebhookHttp(parts));
    // Whoever asked for a check goes on, not the client's own thread.
    var threads = getContext().getExecutorServiceManager();
    var checkers = threads.newFixedThreadPool(this, WEBHOOK_CHECK, CHECKERS);
    // spotless:off
    from(direct(WEBHOOK_ATTEMPT)).routeId(WEBHOOK_ATTEMPT)
        .routeConfigurationId(FailureRoutes.INNER)
        .transform().body(Wake.class, attempts::begin)
        .filter().body(DeliveryAttempt.class, DeliveryAttempt::isToPost)
            .to(direct(WEBHOOK_POST))
        .end()
        .filter().body(DeliveryAttempt.class, DeliveryAttempt::isAnswered)
            .to(direct(WEBHOOK_OFFER))
        .end();

    from(direct(WEBHOOK_POST)).routeId(WEBHOOK_POST)
        .routeConfigurationId(FailureRoutes.INNER)
        .setVariable(ATTEMPT, body())
        .doTry()
            .to(WebhookHttp.ENDPOINT)
        .doCatch(Exception.class)
            .transform().exchange(WebhookAttemptRoutes::notMade)
        .end();

    from(Seams.WEBHOOK_CHECK).routeId(WEBHOOK_CHECK)
        .routeConfigurationId(FailureRoutes.INNER)
        .transform().body(HealthCheck.class, attempts::check)
        .filter().body(DeliveryAttempt.class, DeliveryAttempt::isToPost)
            .to(direct(WEBHOOK_POST))
            .threads().executorService(checkers).end()
        .end()
        .transform().body(Answered.class, Answered::answer);
    // spotless:on
  }

  /** A request that cannot even be written counts as an attempt, or it would be tried for ever. */
  private static Answered notMade(Exchange exchange) {
    return exchange
        .getVariable(ATTEMPT, ToPost.class)
        .answered(DeliveryAnswer.none("The request could not be made"));
  }
}
