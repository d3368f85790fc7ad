package io.tuco.camel.standalone;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tuco.camel.json.EcmaScriptJson;
import io.tuco.core.IdGenerator;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server answers by itself: as JSON, with a request id, and without a word on why. */
final class ServerAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ServerAnswers.class);

  private static final int BAD_REQUEST = 400;
  private static final int BROKEN = 500;

  private static final Map<Integer, String> TEXTS =
      Map.of(
          BAD_REQUEST, "Bad request",
          404, "Not found",
          405, "Method not allowed",
          408, "Request took too long",
          413, "Request body too large",
          414, "Request line too long",
          431, "Request headers too large",
          BROKEN, "Internal server error",
          503, "Not ready");

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final IdGenerator ids;

  ServerAnswers(IdGenerator ids) {
    this.ids = ids;
  }

  void installOn(Router router) {
    TEXTS.keySet().forEach(status -> router.errorHandler(status, this::failed));
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

  private void failed(RoutingContext rc) {
    var status = TEXTS.containsKey(rc.statusCode()) ? rc.statusCode() : BROKEN;
    if (status == BROKEN && rc.failure() != null) {
      LOG.error("the server failed: {}", rc.failure().getClass().getName());
    }
    if (!rc.response().ended()) {
      write(rc.request(), status);
    }
  }

  private void write(HttpServerRequest request, int status) {
    var response = request.response();
    if (!request.isEnded()) {
      // Its rest is not read, so nothing else can come on this connection.
      response.putHeader("Connection", "close");
      response.endHandler(ended -> request.connection().close());
    }
    if (status == 503) {
      response.putHeader("Retry-After", "1");
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Request-Id", requestId(request))
        .end(EcmaScriptJson.stringify(Map.of("error", TEXTS.getOrDefault(status, ""))));
  }

  private String requestId(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader("X-Request-Id"))
        .filter(id -> REQUEST_ID.matcher(id).matches())
        .orElseGet(() -> "req_" + ids.sortableId());
  }
}
