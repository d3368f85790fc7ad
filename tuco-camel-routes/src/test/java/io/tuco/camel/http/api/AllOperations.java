package io.tuco.camel.http.api;

import io.tuco.camel.http.DirectApi;
import io.tuco.camel.http.DirectApi.Answer;
import io.tuco.camel.http.Operation;
import io.tuco.core.fixture.Fixtures;
import java.util.Map;

/** Calls of every operation there is, with as little as a call can have. */
final class AllOperations {

  private AllOperations() {}

  static String nameOf(Operation operation) {
    return operation.method() + " " + operation.path();
  }

  static Answer call(DirectApi api, Operation operation, String key, String body) {
    return call(api, operation, Map.of("Authorization", "Bearer " + key), body);
  }

  static Answer call(DirectApi api, Operation operation, Map<String, Object> headers, String body) {
    var path = operation.path().replace("{id}", Fixtures.id(0xfff));
    return api.call(nameOf(operation), path, headers, body);
  }
}
