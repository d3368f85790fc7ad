package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.Served;
import io.tuco.camel.http.ServedRoutes;
import io.tuco.camel.http.openapi.OpenApiPage;
import io.tuco.core.engine.HourlyLimiter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;

/** The door of the {@code /v1} facade. */
public final class V1Routes {

  private V1Routes() {}

  /**
   * The routes, to be added in this order: the last one takes whatever the others leave. They need
   * {@link io.tuco.camel.FailureRoutes} and {@link io.tuco.camel.http.AnswerFailureRoutes} beside
   * them.
   */
  public static List<RouteBuilder> of(V1Parts parts) {
    var codec = new HttpExchangeCodec(new V1Shape(parts.ids()));
    var gate = gate(parts);
    return List.of(
        new ServedRoutes(parts.endpoints(), codec, served(parts, gate)),
        new ServedRoutes(
            parts.endpoints(), new HttpExchangeCodec(parts.ids()), List.of(document())),
        new ServedRoutes(parts.endpoints(), codec, List.of(refusals())));
  }

  private static Gate gate(V1Parts parts) {
    var limiter = new HourlyLimiter(parts.stores().rateLimits(), parts.clock());
    return new Gate(
        new Callers(parts.keys(), parts.clock()), new KeyHours(limiter, parts.requestsPerHour()));
  }

  private static List<Served> served(V1Parts parts, Gate gate) {
    var lines = new Lines(parts.stores().lines());
    return Stream.of(new LineApi(lines).served(gate)).flatMap(List::stream).toList();
  }

  /** Not in the facade's frame: a document has no members but its own. */
  private static Served document() {
    var page = OpenApiPage.ofV1();
    return new Served(V1Operations.READ_DOCUMENT, request -> Cors.on(page.answer(request)));
  }

  private static Served refusals() {
    var known =
        Stream.concat(V1Operations.all().stream(), Stream.of(V1Operations.READ_DOCUMENT)).toList();
    return new Served(V1Operations.ANYTHING_ELSE, new Refusals(known)::answer);
  }
}
