package io.tuco.camel.http;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.RouteIds;
import io.tuco.camel.Seams;
import io.tuco.core.store.StoreException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what went wrong inside into an answer that tells nothing of it: 503 while the store is
 * away, else 500 (API contract, section 1.2). Added once, however many facades there are.
 */
public final class AnswerFailureRoutes extends RouteBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerFailureRoutes.class);

  /** Deeper chains of causes exist; none of them is worth following further. */
  private static final int CAUSES = 10;

  private final HttpExchangeCodec codec;

  public AnswerFailureRoutes(HttpExchangeCodec codec) {
    this.codec = codec;
  }

  @Override
  public void configure() {
    // spotless:off
    from(Seams.ANSWER_FAILURE)
        .routeId(RouteIds.ANSWER_FAILURE).routeConfigurationId(FailureRoutes.INNER)
        .process(this::answer);
    // spotless:on
  }

  private void answer(Exchange exchange) {
    var failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    // The class, never the message: drivers repeat documents and URLs in theirs.
    LOG.error("request {} failed: {}", codec.requestIdOf(exchange), failure.getClass().getName());
    LOG.debug("its cause", failure);
    codec.writeBroken(exchange, isStoreAway(failure));
  }

  /** What a client of {@code /api} is told of a failure. */
  public static HttpAnswer answerTo(Throwable failure) {
    return PlainShape.said(isStoreAway(failure));
  }

  private static boolean isStoreAway(Throwable failure) {
    var cause = failure;
    for (var depth = 0; cause != null && depth < CAUSES; depth++) {
      if (cause instanceof StoreException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
