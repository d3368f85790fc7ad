package io.tuco.camel.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A relay that answers as it is told and keeps every request it got. */
final class RelayServer implements AutoCloseable {

  /** A request as it came. */
  record Received(String method, String path, String query, String contentType, String body) {}

  /** How a request is answered. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Answer answer = status(500, "");

  RelayServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  static Answer status(int code, String body) {
    return status(code, body.getBytes(UTF_8));
  }

  static Answer status(int code, byte[] body) {
    return exchange -> {
      exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  void answers(Answer chosen) {
    answer = chosen;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      received.add(
          new Received(
              exchange.getRequestMethod(),
              uri.getRawPath(),
              String.valueOf(uri.getRawQuery()),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      answer.to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
