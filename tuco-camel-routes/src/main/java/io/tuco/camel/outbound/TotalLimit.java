package io.tuco.camel.outbound;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;

/**
 * Ends a call when its time is over, whatever has come of its answer. The client's own time-out
 * stops counting at the head of the answer, and a body that never ends would be waited for for
 * ever.
 */
record TotalLimit(Vertx vertx) implements Handler<HttpContext<?>> {

  @Override
  public void handle(HttpContext<?> context) {
    if (context.phase() == ClientPhase.SEND_REQUEST) {
      var request = context.clientRequest();
      vertx.setTimer(context.requestOptions().getTimeout(), timer -> request.reset());
    }
    context.next();
  }
}
