package io.tuco.camel;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The four failure policies. Every route of ours names one; none is nameless, so that nobody else's
 * routes inherit them. Installed before any route that names them, or Camel ignores them silently.
 */
public final class FailureRoutes extends RouteConfigurationBuilder {

  /** HTTP routes: every exception becomes a documented answer; nothing is tried again. */
  public static final String ANSWERING = "tuco-answering";

  /** Entrances such as ticks and wakes: logged once, never redelivered. */
  public static final String WORKING = "tuco-working";

  /** {@code direct:} routes that decide, translate or send: the caller hears of it. */
  public static final String INNER = "tuco-inner";

  /** {@code direct:} routes that hold one idempotent write: a few redeliveries. */
  public static final String RECORDING = "tuco-recording";

  private static final Logger LOG = LoggerFactory.getLogger(FailureRoutes.class);
  private static final int RECORD_ATTEMPTS = 3;
  private static final long RECORD_PAUSE_MILLIS = 200;

  private final String answerFailure;

  /**
   * @param answerFailure the endpoint that turns the exception of an exchange into its answer
   */
  FailureRoutes(String answerFailure) {
    this.answerFailure = answerFailure;
  }

  @Override
  public void configuration() {
    // spotless:off
    routeConfiguration(ANSWERING)
        .onException(Throwable.class).maximumRedeliveries(0).handled(true)
            .to(answerFailure);

    routeConfiguration(WORKING)
        .onException(Throwable.class).maximumRedeliveries(0).handled(true)
            .process(FailureRoutes::note);

    routeConfiguration(INNER).errorHandler(noErrorHandler());

    routeConfiguration(RECORDING)
        .errorHandler(defaultErrorHandler()
            .maximumRedeliveries(RECORD_ATTEMPTS)
            .redeliveryDelay(RECORD_PAUSE_MILLIS)
            .asyncDelayedRedelivery()
            .logExhausted(false));
    // spotless:on
  }

  /**
   * Logs that the exchange failed: the class, never the message, as drivers repeat documents and
   * URLs in theirs.
   */
  public static void note(Exchange exchange) {
    var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    LOG.error("{} failed: {}", exchange.getFromRouteId(), failure.getClass().getName());
    LOG.debug("its cause", failure);
  }
}
