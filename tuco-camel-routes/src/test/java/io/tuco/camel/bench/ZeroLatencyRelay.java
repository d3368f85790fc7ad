package io.tuco.camel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A relay that thinks for no time: takes every text, remembers its row, and writes one {@link
 * RelayedSend} per text to its log. The log is not synced: for what must survive a kill there is
 * the simulator.
 *
 * <p>One device per first segment of the path. It listens on several ports, because the product's
 * client bounds the connections to one host and port, which no two devices share in earnest.
 */
final class ZeroLatencyRelay implements AutoCloseable {

  private static final long FLUSH_MILLIS = 20;
  private static final JsonObject SERVER =
      new JsonObject()
          .put("os_version", "15.5")
          .put("server_version", "1.9.9")
          .put("private_api", true)
          .put("helper_connected", true);

  // A single event loop: nothing below needs a lock.
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));
  private final Map<String, JsonArray> rows = new HashMap<>();
  private final AtomicLong sends = new AtomicLong();
  private final long epochNanos;
  private final Writer log;
  private final List<String> urls;

  private ZeroLatencyRelay(Path log, int ports) throws IOException {
    var now = Instant.now();
    this.epochNanos =
        TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - System.nanoTime();
    this.log = Files.newBufferedWriter(log, UTF_8);
    this.urls = IntStream.range(0, ports).mapToObj(place -> listen()).toList();
    vertx.setPeriodic(FLUSH_MILLIS, timer -> flush());
  }

  static ZeroLatencyRelay start(Path log, int ports) throws IOException {
    return new ZeroLatencyRelay(log, ports);
  }

  /** Without the device's segment. */
  List<String> urls() {
    return urls;
  }

  long sends() {
    return sends.get();
  }

  @Override
  public void close() throws IOException {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    log.close();
  }

  private String listen() {
    Future<HttpServer> listening =
        vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1");
    return "http://127.0.0.1:"
        + listening.toCompletionStage().toCompletableFuture().join().actualPort();
  }

  private void answer(HttpServerRequest request) {
    var arrivedAt = now();
    var call = request.path().replaceFirst("^/[^/]*/api/v1", "");
    switch (call) {
      case "/server/info" -> data(request, SERVER);
      case "/handle/availability/imessage" ->
          data(request, new JsonObject().put("available", true));
      case "/message/text" -> request.body().onSuccess(body -> send(request, arrivedAt, body));
      case "/message/query" ->
          request.body().onSuccess(body -> data(request, rowsOf(body.toJsonObject())));
      case "/sends" -> request.response().end(Long.toString(sends.get()));
      default -> request.response().setStatusCode(404).end("Not Found");
    }
  }

  private void send(HttpServerRequest request, long arrivedAt, Buffer body) {
    var text = body.toJsonObject();
    var chat = text.getString("chatGuid");
    var row =
        new JsonObject()
            .put("guid", "row-" + sends.incrementAndGet())
            .put("text", text.getString("message"))
            .put("error", 0)
            .put("isFromMe", true)
            .put("chats", new JsonArray().add(new JsonObject().put("guid", chat)));
    rows.computeIfAbsent(chat, absent -> new JsonArray()).add(row);
    var answeredAt = now();
    data(request, row);
    var device = request.path().split("/")[1];
    write(new RelayedSend(device, arrivedAt, answeredAt, text.getString("tempGuid"), chat));
  }

  private JsonArray rowsOf(JsonObject query) {
    return rows.getOrDefault(query.getString("chatGuid"), new JsonArray());
  }

  private static void data(HttpServerRequest request, Object data) {
    request
        .response()
        .putHeader("content-type", "application/json")
        .end(new JsonObject().put("status", 200).put("data", data).toBuffer());
  }

  private long now() {
    return epochNanos + System.nanoTime();
  }

  private void write(RelayedSend send) {
    try {
      log.write(send.line());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush() {
    try {
      log.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs until its input ends.
   *
   * @param arguments the log and the number of ports
   */
  public static void main(String[] arguments) throws IOException {
    try (var relay = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
      ChildJvm.say(String.join(" ", relay.urls()));
      while (System.in.read() >= 0) {
        // Nothing is asked of it this way.
      }
    }
  }
}
