package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.Operation;
import io.tuco.camel.http.UnknownPaths;
import java.util.List;

/** Answers what no operation takes: a browser's question, an unknown path, another method. */
final class Refusals {

  private final UnknownPaths paths;

  Refusals(List<Operation> known) {
    this.paths = new UnknownPaths(known);
  }

  HttpAnswer answer(HttpRequest request) {
    if (request.method().equals("OPTIONS")) {
      return Cors.preflight();
    }
    return paths
        .methods(request)
        .map(methods -> ErrorCode.METHOD_NOT_ALLOWED.answer().with("Allow", methods))
        .orElseGet(ErrorCode.ROUTE_NOT_FOUND::answer);
  }
}
