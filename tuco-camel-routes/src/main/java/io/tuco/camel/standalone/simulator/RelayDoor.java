package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Where the relay's requests come in: dropped while it is down, else written down and answered. */
final class RelayDoor {

  private final RelayApi api;
  private final RelayState state;
  private final RelayLog log;
  private final Ledger ledger;
  private final Faults faults;

  RelayDoor(RelayApi api, RelayState state, RelayLog log, Ledger ledger, Faults faults) {
    this.api = api;
    this.state = state;
    this.log = log;
    this.ledger = ledger;
    this.faults = faults;
  }

  void enter(HttpServerRequest request) {
    RelayPath.parse(request.path())
        .ifPresentOrElse(
            path -> enter(request, path),
            () -> HttpAnswers.write(request.response(), RelayAnswer.UNKNOWN_ROUTE));
  }

  private void enter(HttpServerRequest request, RelayPath path) {
    var aim = new Fault.Aim(Optional.of(path.device()), Optional.empty());
    if (faults.take(FaultKind::strikesConnections, aim).isPresent()) {
      note(request, path, NullNode.getInstance(), true);
      request.connection().close();
      return;
    }
    var closed = Promise.<Void>promise();
    request.response().closeHandler(closed::tryComplete);
    RelayBody.read(request)
        .compose(body -> noted(request, path, body, closed.future()))
        .recover(failure -> malformed(request, path, failure))
        .onSuccess(answer -> HttpAnswers.write(request.response(), answer))
        .onFailure(failure -> request.connection().close());
  }

  /** The answer waits for the log, whoever of the two is later. */
  private Future<RelayAnswer> noted(
      HttpServerRequest request, RelayPath path, RelayBody body, Future<Void> closed) {
    var route = api.route(request.method().name(), path);
    var noise = route.filter(RelayRoute::noise).isPresent();
    var logged =
        noise ? Future.<Void>succeededFuture() : note(request, path, body.summary(), false);
    var answer =
        route
            .map(found -> answered(found, path, request.params(), body, closed))
            .orElse(Future.succeededFuture(RelayAnswer.UNKNOWN_ROUTE));
    return answer.compose(ready -> logged.map(ready));
  }

  private Future<RelayAnswer> answered(
      RelayRoute route, RelayPath path, MultiMap query, RelayBody body, Future<Void> closed) {
    return api.refusal(query)
        .map(Future::succeededFuture)
        .orElseGet(
            () -> {
              var device = state.device(path.device());
              var variables = route.variables(path.segments());
              return route.operation().apply(new RelayCall(device, variables, query, body, closed));
            });
  }

  private Future<Void> note(
      HttpServerRequest request, RelayPath path, JsonNode body, boolean dropped) {
    var entry =
        new RequestRecord(
            ledger.now(), path.device(), request.method().name(), path.shown(), body, dropped);
    state.requests().add(entry);
    return log.append(LogLines.request(entry));
  }

  /** The real server parses before it looks at route or password; V8 words the complaint so. */
  private Future<RelayAnswer> malformed(
      HttpServerRequest request, RelayPath path, Throwable failure) {
    if (failure instanceof JsonProcessingException broken) {
      var detail =
          "Expected property name or '}' in JSON at position "
              + Math.max(0, broken.getLocation().getCharOffset());
      return note(request, path, NullNode.getInstance(), false).map(RelayAnswer.unhandled(detail));
    }
    return Future.succeededFuture(RelayAnswer.unhandled(failure.getClass().getSimpleName()));
  }
}
