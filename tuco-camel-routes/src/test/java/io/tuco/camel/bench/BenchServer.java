package io.tuco.camel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.standalone.HttpServer;
import io.tuco.core.SortableIds;
import io.tuco.core.line.LineLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The server as a process: listener, routes and embedded store, as the program has them, with a
 * fleet to send from and its commands counted. What is asked on its input is answered there.
 */
final class BenchServer {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String COUNTED = "tuco.bench.counted";

  /** The option by which its commands are not counted. */
  static final String UNCOUNTED = "-D" + COUNTED + "=false";

  private static final int MEBIBYTE = 1 << 20;

  /** What a client needs to know. */
  record Facts(String url, String storeUri, Fleet fleet) {}

  private BenchServer() {}

  /**
   * Runs until its input ends.
   *
   * @param arguments the data directory, devices, gap in milliseconds, texts a day of each line,
   *     relays
   */
  public static void main(String[] arguments) throws Exception {
    var counted = Boolean.parseBoolean(System.getProperty(COUNTED, "true"));
    var product = RunningProduct.of(Path.of(arguments[0]), Clock.systemUTC(), counted);
    var listener =
        HttpServer.start(
            product.context(),
            "127.0.0.1",
            0,
            new SortableIds(Clock.systemUTC(), new SecureRandom()));
    try (product;
        listener) {
      var relays = List.of(arguments).subList(4, arguments.length);
      var fleet = product.fleet(relays, size(arguments));
      var bare = new BareRoute(product.storeUri());
      product.context().addRoutes(bare);
      product.start(HttpEndpoints.platformHttp());
      listener.serve();
      var url = "http://127.0.0.1:" + listener.port();
      ChildJvm.say(MAPPER.writeValueAsString(new Facts(url, product.storeUri(), fleet)));
      answer(product, size(arguments));
    }
  }

  static Facts facts(String said) throws IOException {
    return MAPPER.readValue(said, Facts.class);
  }

  static Tally tally(String said) throws IOException {
    return MAPPER.readValue(said, Tally.class);
  }

  private static Fleet.Size size(String[] arguments) {
    var perDay = Integer.parseInt(arguments[3]);
    return new Fleet.Size(
        Integer.parseInt(arguments[1]),
        Duration.ofMillis(Long.parseLong(arguments[2])),
        new LineLimits(perDay, perDay, perDay, Duration.ZERO));
  }

  private static void answer(RunningProduct product, Fleet.Size size) throws Exception {
    var questions = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (var asked = questions.readLine(); asked != null; asked = questions.readLine()) {
      ChildJvm.say(
          switch (asked) {
            case "rest" -> rest(product, size);
            case "commands" -> MAPPER.writeValueAsString(product.counts().commands());
            case "documents" -> MAPPER.writeValueAsString(product.counts().documents());
            case "heap" -> Long.toString(usedHeap());
            case "ceiling" -> Long.toString(StoreCeiling.of(product.storeUri()));
            default -> throw new IllegalArgumentException(asked);
          });
    }
  }

  private static String rest(RunningProduct product, Fleet.Size size) {
    product.gap(size.gap());
    return "";
  }

  /** Of what is still needed, in MiB. */
  private static long usedHeap() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / MEBIBYTE;
  }
}
