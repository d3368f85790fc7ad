package io.tuco.camel.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers what no operation takes: an unknown path, or a known one by another method. */
public final class UnknownPaths {

  private final List<Operation> known;

  public UnknownPaths(List<Operation> known) {
    this.known = List.copyOf(known);
  }

  public HttpAnswer answer(HttpRequest request) {
    return methods(request)
        .map(methods -> HttpAnswer.error(405, "Method not allowed").with("Allow", methods))
        .orElseGet(() -> HttpAnswer.error(404, "Not found"));
  }

  /** The methods that the path has, comma-separated; empty where there is no such path. */
  public Optional<String> methods(HttpRequest request) {
    var methods =
        known.stream()
            .filter(operation -> matches(operation, request.segments()))
            .map(Operation::method)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return Optional.of(methods).filter(names -> !names.isEmpty());
  }

  private static boolean matches(Operation operation, List<String> segments) {
    var places = RequestTarget.segments(operation.path());
    if (places.size() != segments.size()) {
      return false;
    }
    for (var i = 0; i < places.size(); i++) {
      if (!places.get(i).startsWith("{") && !places.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }
}
