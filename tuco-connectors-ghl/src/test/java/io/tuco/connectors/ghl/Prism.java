package io.tuco.connectors.ghl;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tuco.connectors.ghl.fake.SpecJudge;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Prism, which answers from GHL's own OpenAPI files and says where a request breaks them: a process
 * per file. It is fetched once into {@code target}; tests are aborted with the reason where Node or
 * a file is missing.
 */
final class Prism implements AutoCloseable {

  /** Exactly this one: 5.15.10 and later need Node 24. */
  private static final String VERSION = "5.14.2";

  private static final Path HOME = Path.of("target", "prism-" + VERSION).toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private record Running(Process process, int port) {}

  private final Map<String, Running> running = new HashMap<>();

  static Prism of(String... files) throws IOException, InterruptedException {
    assumeTrue(SpecJudge.isThere(), "missing: " + SpecJudge.file(files[0]));
    assumeTrue(runs("node", "--version"), "missing: Node.js, which Prism runs on");
    assumeTrue(runs("npm", "--version"), "missing: npm, which fetches Prism");
    fetch();
    var prism = new Prism();
    for (var file : files) {
      prism.start(file);
    }
    for (var each : prism.running.values()) {
      await(each);
    }
    return prism;
  }

  String url(String file) {
    return "http://127.0.0.1:" + running.get(file).port;
  }

  private void start(String file) throws IOException {
    var port = freePort();
    var process =
        process(
            "node",
            program().toString(),
            "mock",
            SpecJudge.file(file).toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-v",
            "error");
    running.put(file, new Running(process, port));
  }

  private static void await(Running started) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(started.port)) {
      if (!started.process.isAlive() || System.nanoTime() > end) {
        throw new IllegalStateException("Prism does not answer: see " + HOME.resolve("log"));
      }
      started.process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void fetch() throws IOException, InterruptedException {
    if (Files.exists(program())) {
      return;
    }
    Files.createDirectories(HOME);
    var fetched =
        process(
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--prefix",
            HOME.toString(),
            "@stoplight/prism-cli@" + VERSION);
    var inTime = fetched.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    fetched.destroy();
    assumeTrue(
        inTime && fetched.exitValue() == 0,
        "npm could not fetch Prism: see " + HOME.resolve("log"));
  }

  private static Path program() {
    return HOME.resolve("node_modules/@stoplight/prism-cli/dist/index.js");
  }

  private static Process process(String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(HOME.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(HOME.resolve("log").toFile()))
        .start();
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    running.values().forEach(each -> each.process.destroy());
  }
}
