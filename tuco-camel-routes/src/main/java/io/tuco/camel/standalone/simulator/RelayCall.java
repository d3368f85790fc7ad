package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;

/**
 * A request to a device that passed the door.
 *
 * @param variables what stands in the path where the route has a placeholder
 * @param closed completes when the caller has gone
 */
record RelayCall(
    RelayDevice device,
    List<String> variables,
    MultiMap query,
    RelayBody body,
    Future<Void> closed) {

  ObjectNode fields() {
    return body.fields();
  }

  /** The only variable of the routes, a guid or an id. */
  String variable() {
    return variables.get(0);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }
}
