package io.tuco.camel.standalone;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tuco.camel.http.AnswerShape;
import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.RequestIds;
import io.tuco.camel.http.StatusCodes;
import io.tuco.camel.http.v1.ListenerAnswers;
import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.core.IdGenerator;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server answers by itself: as JSON, with a request id, and without a word on why. */
final class ServerAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ServerAnswers.class);

  private static final int BAD_REQUEST = 400;
  private static final int BROKEN = 500;
  private static final long LINGER_MILLIS = 2_000;

  private static final Map<Integer, String> TEXTS =
      Map.of(
          BAD_REQUEST,
          "Bad request",
          404,
          "Not found",
          405,
          "Method not allowed",
          408,
          "Request took too long",
          413,
          "Request body too large",
          414,
          "Request line too long",
          431,
          "Request headers too large",
          BROKEN,
          "Internal server error",
          503,
          "Not ready");

  private final AnswerShape plain;
  private final IdGenerator ids;

  ServerAnswers(IdGenerator ids) {
    this.plain = AnswerShape.plain(new RequestIds(ids));
    this.ids = ids;
  }

  /** To be called before any route is added: failures find their handlers in order. */
  void installOn(Router router) {
    TEXTS.keySet().forEach(status -> router.errorHandler(status, rc -> answer(rc, status)));
    router.route().failureHandler(rc -> answer(rc, status(rc)));
  }

  /** A request that could not even be taken apart; nothing after it can be trusted either. */
  void invalid(HttpServerRequest request) {
    var cause = request.decoderResult().cause();
    var status =
        cause instanceof TooLongHttpLineException
            ? 414
            : cause instanceof TooLongHttpHeaderException ? 431 : BAD_REQUEST;
    write(request, status);
  }

  private void answer(RoutingContext rc, int asked) {
    if (rc.response().ended() || rc.response().closed()) {
      // Answered already, or nobody is there: what fails now is only that they hung up.
      return;
    }
    if (rc.response().headWritten()) {
      // Part of an answer has gone out: that it is not whole can be told by hanging up alone.
      LOG.error("an answer broke off: {}", Optional.ofNullable(rc.failure()).map(Object::getClass));
      rc.request().connection().close();
      return;
    }
    var status = TEXTS.containsKey(asked) ? asked : BROKEN;
    if (status == BROKEN) {
      LOG.error("the server failed: {}", Optional.ofNullable(rc.failure()).map(Object::getClass));
    }
    write(rc.request(), status);
  }

  private static int status(RoutingContext rc) {
    return rc.failure() instanceof HttpException refused
        ? refused.getStatusCode()
        : rc.statusCode();
  }

  private void write(HttpServerRequest request, int status) {
    var response = request.response();
    var answer = said(request, status);
    if (!request.isEnded()) {
      response.putHeader("Connection", "close");
      response.endHandler(ended -> hangUp(request));
    }
    answer.headers().forEach(response::putHeader);
    response
        .setStatusCode(answer.status())
        .putHeader("Content-Type", "application/json")
        .end(EcmaScriptJson.stringify(answer.body()));
  }

  /** In the words of the facade that was meant. */
  private HttpAnswer said(HttpServerRequest request, int status) {
    var path = Optional.ofNullable(request.path()).orElse("");
    var text = TEXTS.getOrDefault(status, "");
    if (path.startsWith("/v1/")) {
      return ListenerAnswers.of(status, text, ids);
    }
    var error = HttpAnswer.error(status, text);
    var coded = path.startsWith("/api/") ? StatusCodes.coded(error) : error;
    var answer = status == 503 ? coded.with("Retry-After", "1") : coded;
    var given = Optional.ofNullable(request.getHeader(RequestIds.HEADER));
    return plain.framed(answer, plain.requestId(given));
  }

  /**
   * Hangs up on a client that is still sending, but not at once: closing with its bytes unread
   * would reset the connection, and the answer would be lost with it.
   */
  private static void hangUp(HttpServerRequest request) {
    var connection = request.connection();
    request.handler(unread -> {}).endHandler(all -> connection.close()).resume();
    Vertx.currentContext().owner().setTimer(LINGER_MILLIS, waited -> connection.close());
  }
}
