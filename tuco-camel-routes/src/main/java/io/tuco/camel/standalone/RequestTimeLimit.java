package io.tuco.camel.standalone;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Bounds the time a client may take to send a request: an idle limit alone is never reached by one
 * byte every few seconds.
 */
final class RequestTimeLimit implements Handler<RoutingContext> {

  private final Duration limit;

  RequestTimeLimit(Duration limit) {
    this.limit = limit;
  }

  @Override
  public void handle(RoutingContext rc) {
    if (!rc.request().isEnded()) {
      var timer = rc.vertx().setTimer(limit.toMillis(), fired -> cut(rc));
      rc.addEndHandler(ended -> rc.vertx().cancelTimer(timer));
    }
    rc.next();
  }

  private static void cut(RoutingContext rc) {
    if (!rc.request().isEnded() && !rc.response().ended()) {
      rc.fail(408);
    }
  }
}
