package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A callback that keeps what it is told. */
final class CallbackServer implements AutoCloseable {

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private CallbackServer(HttpServer server) {
    this.server = server;
  }

  static CallbackServer open() throws IOException {
    var callback = new CallbackServer(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    callback.server.createContext(
        "/",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          callback.events.add(SimulatorFixture.json(new String(body, StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    callback.server.start();
    return callback;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?secret=abc";
  }

  String registration(String... events) {
    return Json.text(Json.object().put("url", url()).set("events", Json.strings(List.of(events))));
  }

  List<JsonNode> events() {
    return List.copyOf(events);
  }

  List<String> types() {
    return events.stream().map(event -> event.path("type").asText()).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
