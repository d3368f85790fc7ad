package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.Served;
import io.tuco.camel.http.ServedRoutes;
import io.tuco.camel.http.UnknownPaths;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;

/** The door of the {@code /api} facade. */
public final class ApiRoutes {

  private ApiRoutes() {}

  /**
   * The routes, to be added in this order: the last one takes whatever the others leave. They need
   * {@link io.tuco.camel.FailureRoutes} and {@link io.tuco.camel.http.AnswerFailureRoutes} beside
   * them.
   */
  public static List<RouteBuilder> of(ApiParts parts) {
    var codec = new HttpExchangeCodec(parts.ids());
    var keys = new AccessCache(parts.stores(), parts.clock());
    var gate = new ApiGate(new Admission(keys, parts.clock()));
    var calls = new SendCalls(gate, new CorrelationIds(parts.ids()), parts.intake());
    return List.of(
        new SendRoutes(parts.endpoints(), codec, calls),
        new ServedRoutes(parts.endpoints(), codec, served(parts, gate)),
        new ServedRoutes(parts.endpoints(), codec, List.of(refusals())));
  }

  private static List<Served> served(ApiParts parts, ApiGate gate) {
    return Stream.of(
            new MessageReads(parts.stores()).served(gate),
            new LineReads(parts.stores()).served(gate),
            new WebhookApi(parts).served(gate))
        .flatMap(List::stream)
        .toList();
  }

  private static Served refusals() {
    var unknown = new UnknownPaths(ApiOperations.all());
    return new Served(ApiOperations.ANYTHING_ELSE, unknown::answer);
  }
}
