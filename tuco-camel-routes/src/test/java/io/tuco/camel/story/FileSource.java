package io.tuco.camel.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback that has files, as long as it is told. */
final class FileSource implements AutoCloseable {

  private record Kept(byte[] beginning, int length) {}

  private final Map<String, Kept> files = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FileSource() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  FileSource has(String name, byte[] bytes) {
    return has(name, bytes, bytes.length);
  }

  /** A beginning, and zeros up to the length. */
  FileSource has(String name, byte[] beginning, int length) {
    files.put("/" + name, new Kept(beginning, length));
    return this;
  }

  String url(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var file = files.get(exchange.getRequestURI().getRawPath());
      exchange.sendResponseHeaders(200, file.length());
      exchange.getResponseBody().write(file.beginning());
      var left = file.length() - file.beginning().length;
      while (left > 0) {
        var some = Math.min(left, 1 << 16);
        exchange.getResponseBody().write(new byte[some]);
        left -= some;
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
