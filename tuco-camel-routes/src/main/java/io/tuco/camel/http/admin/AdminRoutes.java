package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.Served;
import io.tuco.camel.http.ServedRoutes;
import io.tuco.camel.http.UnknownPaths;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;

/** The door of the operator's API. Not called where the API is off. */
public final class AdminRoutes {

  private AdminRoutes() {}

  /**
   * The routes, to be added in this order: the last one takes whatever the others leave. They need
   * {@link io.tuco.camel.FailureRoutes}, {@link io.tuco.camel.http.AnswerFailureRoutes} and a
   * consumer each of {@link io.tuco.camel.Seams#RELAY_PROBE}, {@link
   * io.tuco.camel.Seams#LINE_PROBE} and {@link io.tuco.camel.Seams#CRM_VERIFY} beside them.
   */
  public static List<RouteBuilder> of(AdminParts parts) {
    var codec = new HttpExchangeCodec(parts.ids());
    var gate = new AdminGate(parts.token());
    var directory = new AdminDirectory(parts.stores());
    var devices = new DeviceApi(parts, directory, gate);
    var lines = new LineApi(parts, directory, gate);
    var connections = new ConnectionApi(parts, directory, gate);
    var served =
        Stream.of(
                new WorkspaceApi(parts, directory).served(gate),
                new UserApi(parts, directory).served(gate),
                new KeyApi(parts, directory).served(gate),
                devices.served(),
                lines.served(),
                connections.served(),
                new StrayApi(parts).served(gate),
                new StatusApi(parts).served(gate))
            .flatMap(List::stream)
            .toList();
    return List.of(
        new DeviceRoutes(parts.endpoints(), codec, devices),
        new LineRoutes(parts.endpoints(), codec, lines),
        new ConnectionRoutes(parts.endpoints(), codec, connections),
        new ServedRoutes(parts.endpoints(), codec, served),
        new ServedRoutes(parts.endpoints(), codec, List.of(refusals())));
  }

  private static Served refusals() {
    var unknown = new UnknownPaths(AdminOperation.all());
    return new Served(AdminOperation.ANYTHING_ELSE, unknown::answer);
  }
}
