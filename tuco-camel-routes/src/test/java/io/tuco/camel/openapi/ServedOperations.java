package io.tuco.camel.openapi;

import io.tuco.camel.http.ApiWorld;
import io.tuco.camel.http.api.ApiRoutes;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.impl.DefaultCamelContext;

/** What the facade's routes consume, as they say it themselves. */
final class ServedOperations {

  private ServedOperations() {}

  /** Each such as {@code POST /api/messages}; not the route that takes everything else. */
  static Set<String> all() throws Exception {
    var seen = new TreeSet<String>();
    var parts =
        new ApiWorld()
            .parts(
                (method, path) -> {
                  seen.add(method + " " + path);
                  return "direct:" + method.replace("*", "any") + path;
                });
    try (var context = new DefaultCamelContext()) {
      for (var routes : ApiRoutes.of(parts)) {
        context.addRoutes(routes);
      }
    }
    seen.remove("* /api");
    return seen;
  }
}
