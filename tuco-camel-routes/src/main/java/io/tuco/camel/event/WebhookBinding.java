package io.tuco.camel.event;

import io.tuco.camel.event.DeliveryAttempt.ToPost;
import io.vertx.core.AsyncResult;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.vertx.http.DefaultVertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;

/**
 * Makes a request of a {@link WebhookCall} and nothing else. The URL never passes through Camel,
 * which would read placeholders and options in it, and is never parsed a second time: the
 * connection goes to the address that was judged, Host and SNI name the host that was judged, and
 * the request line is path and query as they were typed.
 */
final class WebhookBinding extends DefaultVertxHttpBinding {

  private static final String CALL = "tuco-webhook-call";

  private final Vertx vertx;
  private final EventSettings settings;
  private final AnswerCodec codec;
  private final LongSupplier nanos;

  WebhookBinding(Vertx vertx, EventSettings settings, AnswerCodec codec, LongSupplier nanos) {
    this.nanos = nanos;
    this.vertx = vertx;
    this.settings = settings;
    this.codec = codec;
  }

  @Override
  public HttpRequest<Buffer> prepareHttpRequest(VertxHttpEndpoint endpoint, Exchange exchange)
      throws Exception {
    var message = exchange.getMessage();
    var attempt = message.getMandatoryBody(ToPost.class);
    message.removeHeaders("*");
    message.setBody(Buffer.buffer(attempt.call().body()));
    var request = super.prepareHttpRequest(endpoint, exchange);
    aim(request, attempt.call());
    var running = new RunningCall(attempt, codec, nanos);
    var timer = vertx.setTimer(attempt.call().limit().toMillis(), id -> running.cut());
    exchange.setProperty(CALL, new TimedCall(running, timer));
    return request.as(new AnswerBody(running));
  }

  private void aim(HttpRequest<Buffer> request, WebhookCall call) {
    var target = call.target();
    var url = target.url();
    request
        .method(HttpMethod.POST)
        .ssl(target.isTls())
        .host(target.address().getHostAddress())
        .virtualHost(url.host())
        .port(url.port())
        .uri(url.pathAndQuery())
        .followRedirects(false)
        .connectTimeout(settings.connectLimit().toMillis());
    call.headers().forEach(request::putHeader);
    target.bracketedHost().ifPresent(host -> request.putHeader("Host", host));
  }

  @Override
  public void handleResponse(
      VertxHttpEndpoint endpoint, Exchange exchange, AsyncResult<HttpResponse<Buffer>> response) {
    var call = (TimedCall) exchange.removeProperty(CALL);
    vertx.cancelTimer(call.timer());
    exchange.getMessage().setBody(call.running().end(response));
  }

  private record TimedCall(RunningCall running, long timer) {}
}
