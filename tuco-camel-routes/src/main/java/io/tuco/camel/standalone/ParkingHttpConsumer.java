package io.tuco.camel.standalone;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.AsyncInputStream;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;
import org.apache.camel.support.MessageHelper;
import org.apache.camel.support.http.HttpUtil;
import org.jspecify.annotations.Nullable;

/**
 * Begins each exchange on a worker and answers it when its route is over, wherever that is. Camel's
 * own consumer calls the route synchronously: it keeps one of 20 workers for as long as an exchange
 * is parked, so that 20 callers who wait would stop everybody else.
 */
final class ParkingHttpConsumer extends VertxPlatformHttpConsumer {

  /** Files that may come in at a time; each takes its 25 MB of the disk at most. */
  private static final int MOST_SPOOLS = 16;

  private static final AtomicInteger SPOOLS = new AtomicInteger();

  ParkingHttpConsumer(
      PlatformHttpEndpoint endpoint,
      Processor route,
      List<Handler<RoutingContext>> handlers,
      String router) {
    super(endpoint, route, handlers, router);
  }

  @Override
  protected void handleRequest(RoutingContext rc) {
    if (isSuspended()) {
      rc.fail(503);
      return;
    }
    var exchange = createExchange(false);
    exchange.setPattern(ExchangePattern.InOut);
    processHttpRequest(exchange, rc)
        .compose(read -> spooled(exchange, rc))
        .compose(read -> routed(exchange, rc))
        .compose(done -> answered(exchange, rc))
        .onFailure(rc::fail)
        .onComplete(over -> release(exchange));
  }

  /** A body that no handler has read is a file; without a key, nobody is to store one. */
  private Future<Void> spooled(Exchange exchange, RoutingContext rc) {
    if (getEndpoint().isUseBodyHandler()) {
      return Future.succeededFuture();
    }
    exchange.getIn().setBody(null);
    if (!rc.request().headers().contains("Authorization")) {
      rc.request().resume();
      return Future.succeededFuture();
    }
    if (SPOOLS.incrementAndGet() > MOST_SPOOLS) {
      SPOOLS.decrementAndGet();
      return Future.failedFuture(new HttpException(503));
    }
    rc.addEndHandler(ended -> SPOOLS.decrementAndGet());
    return rc.vertx()
        .executeBlocking(() -> UploadSpool.of(rc.vertx(), rc.request()), false)
        .compose(spool -> received(spool, exchange, rc));
  }

  private static Future<Void> received(UploadSpool spool, Exchange exchange, RoutingContext rc) {
    rc.addEndHandler(ended -> spool.discard());
    return spool
        .receive()
        .compose(whole -> rc.vertx().executeBlocking(spool::content, false))
        .onSuccess(exchange.getIn()::setBody)
        .mapEmpty();
  }

  /** Done, on the request's own thread, when the route is. */
  private Future<Void> routed(Exchange exchange, RoutingContext rc) {
    addForm(rc, exchange.getIn());
    Context context = rc.vertx().getOrCreateContext();
    Promise<Void> over = Promise.promise();
    rc.vertx()
        .executeBlocking(
            () -> {
              createUoW(exchange);
              return getAsyncProcessor()
                  .process(
                      exchange, synchronously -> context.runOnContext(done -> over.complete()));
            },
            false)
        .onFailure(over::tryFail);
    return over.future();
  }

  private Future<Void> answered(Exchange exchange, RoutingContext rc) {
    HttpServerResponse response = rc.response();
    if (response.ended() || response.closed()) {
      return Future.succeededFuture();
    }
    if (exchange.getException() != null) {
      return Future.failedFuture(exchange.getException());
    }
    var message = exchange.getMessage();
    response.setStatusCode(HttpUtil.determineResponseCode(exchange, message.getBody()));
    message.getHeaders().forEach((name, value) -> putHeader(response, exchange, name, value));
    var type = MessageHelper.getContentType(message);
    if (type != null) {
      response.putHeader("Content-Type", type);
    }
    return sent(message.getBody(), message, rc);
  }

  private Future<Void> sent(@Nullable Object body, Message message, RoutingContext rc) {
    if (body instanceof InputStream stream) {
      return streamed(stream, rc);
    }
    var bytes = message.getBody(byte[].class);
    var response = rc.response();
    var sent = bytes == null ? response.end() : response.end(Buffer.buffer(bytes));
    // A client that has hung up changes nothing.
    return sent.otherwiseEmpty();
  }

  /** Piece by piece; what breaks off must not look complete to the client. */
  private static Future<Void> streamed(InputStream stream, RoutingContext rc) {
    var pieces = new AsyncInputStream(rc.vertx(), rc.vertx().getOrCreateContext(), stream);
    rc.response().setChunked(true);
    return pieces
        .pipe()
        .endOnFailure(false)
        .to(rc.response())
        .onFailure(broken -> rc.request().connection().close())
        .onComplete(over -> pieces.close(closed -> {}))
        .otherwiseEmpty();
  }

  private void putHeader(
      HttpServerResponse response, Exchange exchange, String name, Object value) {
    if (!getEndpoint().getHeaderFilterStrategy().applyFilterToCamelHeaders(name, value, exchange)) {
      response.putHeader(name, value.toString());
    }
  }

  /** The fields of a form as Camel's consumer hands them over, but not as headers too. */
  private static void addForm(RoutingContext rc, Message message) {
    MultiMap form = rc.request().formAttributes();
    if (isForm(rc) && !form.isEmpty()) {
      Map<String, Object> fields = new HashMap<>();
      for (var name : form.names()) {
        var values = form.getAll(name);
        fields.put(name, values.size() == 1 ? values.get(0) : values);
      }
      message.setBody(fields);
    }
  }

  private static boolean isForm(RoutingContext rc) {
    var type = rc.parsedHeaders().contentType().value().toLowerCase(Locale.ROOT);
    return type.startsWith("application/x-www-form-urlencoded")
        || type.startsWith("multipart/form-data");
  }

  private void release(Exchange exchange) {
    doneUoW(exchange);
    releaseExchange(exchange, false);
  }
}
