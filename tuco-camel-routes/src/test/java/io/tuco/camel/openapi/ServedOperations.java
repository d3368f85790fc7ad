package io.tuco.camel.openapi;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.api.ApiRoutes;
import io.tuco.camel.http.v1.V1Routes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** What the facade's routes consume, as they say it themselves. */
final class ServedOperations {

  private ServedOperations() {}

  /** Each such as {@code POST /api/messages}; not the route that takes everything else. */
  static Set<String> all() throws Exception {
    return consumedBy(endpoints -> ApiRoutes.of(new ApiWorld().parts(endpoints)), "* /api");
  }

  /** The same of {@code /v1}; not its document either. */
  static Set<String> ofV1() throws Exception {
    return consumedBy(
        endpoints -> V1Routes.of(new ApiWorld().v1Parts(endpoints)),
        "* /v1",
        "GET /v1/openapi.json");
  }

  private static Set<String> consumedBy(
      Function<HttpEndpoints, List<RouteBuilder>> facade, String... others) throws Exception {
    var seen = new TreeSet<String>();
    try (var context = new DefaultCamelContext()) {
      for (var routes :
          facade.apply(
              (method, path) -> {
                seen.add(method + " " + path);
                return "direct:" + method.replace("*", "any") + path;
              })) {
        context.addRoutes(routes);
      }
    }
    List.of(others).forEach(seen::remove);
    return seen;
  }
}
