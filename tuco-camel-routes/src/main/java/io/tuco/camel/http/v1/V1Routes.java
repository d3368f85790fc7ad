package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.Served;
import io.tuco.camel.http.ServedRoutes;
import io.tuco.camel.http.openapi.OpenApiPage;
import io.tuco.core.engine.FileIntake;
import io.tuco.core.engine.HourlyLimiter;
import io.tuco.core.engine.Sandbox;
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
        new UploadRoutes(parts.endpoints(), codec, files(parts).upload(gate)),
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
    var sandbox = new Sandbox(parts.stores(), parts.secrets().random());
    var door = new SandboxDoor(sandbox, parts.clock());
    return Stream.of(
            new LineApi(lines).served(gate),
            files(parts).served(gate),
            new SandboxApi(sandbox, parts.clock()).served(gate),
            hooks(parts, lines, door).served(gate))
        .flatMap(List::stream)
        .toList();
  }

  private static FileApi files(V1Parts parts) {
    var files = parts.stores().files();
    return new FileApi(
        files, new FileIntake(files, parts.ids(), parts.clock()), parts.links(), parts.clock());
  }

  private static HookApi hooks(V1Parts parts, Lines lines, SandboxDoor sandbox) {
    return new HookApi(
        parts.stores(),
        lines,
        sandbox,
        new HookUrls(parts.webhookUrls(), parts.hosts()),
        parts.secrets(),
        parts.ids(),
        parts.clock());
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
