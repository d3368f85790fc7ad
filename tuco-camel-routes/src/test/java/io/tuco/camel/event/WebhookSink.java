package io.tuco.camel.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks on loopback: keeps what comes, answers as it is told, else 200. */
public final class WebhookSink implements AutoCloseable {

  /** A request as it arrived. */
  public record Received(String method, String path, Headers headers, byte[] body) {

    public String header(String name) {
      return headers.getFirst(name);
    }

    public String text() {
      return new String(body, UTF_8);
    }
  }

  /** What is done with a request whose body has been read. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Answer otherwise = exchange -> exchange.sendResponseHeaders(200, -1);

  private WebhookSink() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  public static WebhookSink open() {
    try {
      return new WebhookSink();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Answer status(int code) {
    return exchange -> exchange.sendResponseHeaders(code, -1);
  }

  static Answer status(int code, String header, String value) {
    return exchange -> {
      exchange.getResponseHeaders().set(header, value);
      exchange.sendResponseHeaders(code, -1);
    };
  }

  WebhookSink answersOnce(Answer answer) {
    answers.add(answer);
    return this;
  }

  /** From now on every answer has this status. */
  public WebhookSink answersAlways(int status) {
    return answersAlways(exchange -> exchange.sendResponseHeaders(status, -1));
  }

  WebhookSink answersAlways(Answer answer) {
    otherwise = answer;
    return this;
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  public List<Received> received() {
    return received;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      received.add(
          new Received(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body));
      var next = answers.poll();
      (next == null ? otherwise : next).to(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
