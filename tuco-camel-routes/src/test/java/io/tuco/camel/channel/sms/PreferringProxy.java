package io.tuco.camel.channel.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tuco.core.fixture.Prism;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands before {@link Prism}: asks for the answer that a test wants, counts the requests, and
 * keeps what Prism says about each of them.
 */
final class PreferringProxy implements AutoCloseable {

  private static final List<String> CARRIED = List.of("authorization", "content-type", "accept");

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<TwilioRequest> requests = new CopyOnWriteArrayList<>();
  private final List<String> violations = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final String target;
  private volatile Optional<String> preferred = Optional.empty();

  PreferringProxy(String target) throws IOException {
    this.target = target;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::pass);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /**
   * @param answer such as {@code code=400, example=unsubscribed}
   */
  void prefers(String answer) {
    preferred = Optional.of(answer);
  }

  List<TwilioRequest> requests() {
    return List.copyOf(requests);
  }

  /** What Prism found wrong with our requests. */
  List<String> violations() {
    return List.copyOf(violations);
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = TwilioRequest.of(exchange);
      requests.add(request);
      var answer = client.send(onwards(request), BodyHandlers.ofByteArray());
      answer.headers().firstValue("sl-violations").ifPresent(violations::add);
      back(exchange, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest onwards(TwilioRequest request) {
    var query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    var body =
        request.isPost()
            ? BodyPublishers.ofString(request.rawBody(), UTF_8)
            : BodyPublishers.noBody();
    var onwards =
        HttpRequest.newBuilder(URI.create(target + request.path() + query))
            .version(HttpClient.Version.HTTP_1_1)
            .method(request.method(), body);
    CARRIED.stream()
        .filter(request.headers()::containsKey)
        .forEach(name -> onwards.header(name, request.headers().get(name)));
    preferred.ifPresent(answer -> onwards.header("Prefer", answer));
    return onwards.build();
  }

  private static void back(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
