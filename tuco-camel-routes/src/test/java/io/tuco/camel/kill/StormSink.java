package io.tuco.camel.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver that outlives the server that calls it, and has a manner of its own. */
final class StormSink implements AutoCloseable {

  /** What it does with an event. */
  enum Manner {
    HEALTHY,
    /** Fails on every third event when it first comes. */
    FLAPPING,
    /** Never answers. */
    HANGING
  }

  /** An event as it was taken. */
  record Taken(String id, String messageId, String event, long seq) {}

  private static final int FAILS_ONE_IN = 3;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Manner manner;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Set<String> failed = ConcurrentHashMap.newKeySet();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  StormSink(Manner manner) throws IOException {
    this.manner = manner;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** In the order in which they came; the same one may be there more than once. */
  List<Taken> taken() {
    return taken;
  }

  /** Ids that came with different bodies. */
  Set<String> changed() {
    return changed;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var id = exchange.getRequestHeaders().getFirst("webhook-id");
      if (manner == Manner.HANGING) {
        hang();
        return;
      }
      if (manner == Manner.FLAPPING && isToFail(id)) {
        exchange.sendResponseHeaders(503, -1);
        return;
      }
      note(id, body);
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private boolean isToFail(String id) {
    return Math.floorMod(id.hashCode(), FAILS_ONE_IN) == 0 && failed.add(id);
  }

  private void note(String id, String body) throws IOException {
    var earlier = bodies.putIfAbsent(id, body);
    if (earlier != null && !earlier.equals(body)) {
      changed.add(id);
    }
    var event = MAPPER.readTree(body);
    taken.add(
        new Taken(
            id,
            event.path("messageId").asText(),
            event.path("event").asText(),
            event.path("seq").asLong()));
  }

  private void hang() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
