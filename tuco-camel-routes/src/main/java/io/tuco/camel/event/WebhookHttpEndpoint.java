package io.tuco.camel.event;

import io.vertx.ext.web.client.impl.ClientPhase;
import io.vertx.ext.web.client.impl.HttpContext;
import io.vertx.ext.web.client.impl.WebClientInternal;
import org.apache.camel.component.vertx.http.VertxHttpComponent;
import org.apache.camel.component.vertx.http.VertxHttpConfiguration;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;

/**
 * Tells a {@link RunningCall} how far it has come. The client's own limits end with the head of an
 * answer, and a connection that has gone quiet in the middle of a body is reported to nobody: only
 * who holds the request itself can cut it.
 */
final class WebhookHttpEndpoint extends VertxHttpEndpoint {

  WebhookHttpEndpoint(
      String uri, VertxHttpComponent component, VertxHttpConfiguration configuration) {
    super(uri, component, configuration);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    ((WebClientInternal) getWebClient()).addInterceptor(WebhookHttpEndpoint::watch);
  }

  private static void watch(HttpContext<?> context) {
    if (context.request().bodyCodec() instanceof AnswerBody body) {
      report(context, body.call());
    }
    context.next();
  }

  private static void report(HttpContext<?> context, RunningCall call) {
    if (context.phase() == ClientPhase.SEND_REQUEST) {
      call.begins(context.clientRequest());
    } else if (context.phase() == ClientPhase.RECEIVE_RESPONSE) {
      var head = context.clientResponse();
      call.headArrives(head.statusCode(), head.getHeader("Retry-After"));
    }
  }
}
