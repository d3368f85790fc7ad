package io.tuco.camel.standalone.simulator;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One operation: a method, a path below {@code /api/v1/} in which {@code *} stands for a variable,
 * and what answers it.
 *
 * @param noise a health question, asked so often that it would drown the list of requests
 */
record RelayRoute(
    String method,
    List<String> path,
    Function<RelayCall, Future<RelayAnswer>> operation,
    boolean noise) {

  static RelayRoute of(
      String method, String path, Function<RelayCall, Future<RelayAnswer>> operation) {
    return new RelayRoute(method, List.of(path.split("/")), operation, false);
  }

  RelayRoute asNoise() {
    return new RelayRoute(method, path, operation, true);
  }

  boolean matches(String askedMethod, List<String> asked) {
    return method.equals(askedMethod)
        && path.size() == asked.size()
        && IntStream.range(0, path.size())
            .allMatch(i -> isVariable(i) || path.get(i).equals(asked.get(i)));
  }

  /** What a path that matches has in place of the variables. */
  List<String> variables(List<String> asked) {
    return IntStream.range(0, path.size()).filter(this::isVariable).mapToObj(asked::get).toList();
  }

  private boolean isVariable(int segment) {
    return path.get(segment).equals("*");
  }
}
