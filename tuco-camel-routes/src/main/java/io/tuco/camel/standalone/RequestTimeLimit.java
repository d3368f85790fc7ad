package io.tuco.camel.standalone;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/**
 * Bounds the time a client may take to send a request: an idle limit alone is never reached by one
 * byte every few seconds.
 */
final class RequestTimeLimit implements Handler<RoutingContext> {

  /** Where files come in (/v1 contract, section 4). */
  private static final String FILES = "/v1/files";

  private final Duration limit;
  private final Duration uploads;

  /**
   * @param uploads the same for a file
   */
  RequestTimeLimit(Duration limit, Duration uploads) {
    this.limit = limit;
    this.uploads = uploads;
  }

  @Override
  public void handle(RoutingContext rc) {
    if (!rc.request().isEnded()) {
      var timer = rc.vertx().setTimer(limitOf(rc).toMillis(), fired -> cut(rc));
      rc.addEndHandler(ended -> rc.vertx().cancelTimer(timer));
    }
    rc.next();
  }

  private Duration limitOf(RoutingContext rc) {
    return rc.request().path().equals(FILES) ? uploads : limit;
  }

  private static void cut(RoutingContext rc) {
    if (!rc.request().isEnded() && !rc.response().ended()) {
      rc.fail(408);
    }
  }
}
