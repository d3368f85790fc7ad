package io.tuco.camel.channel.sms;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tuco.camel.DocsPage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * Prism, which answers from Twilio's own OpenAPI file and says where a request breaks it. It is
 * fetched once into {@code target} and started as a process; tests are aborted with the reason
 * where Node or the file is missing.
 */
final class Prism implements AutoCloseable {

  /** Exactly this one: 5.15.10 and later need Node 24. */
  private static final String VERSION = "5.14.2";

  private static final Path HOME = Path.of("target", "prism-" + VERSION).toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final int port;

  private Prism(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Prism start() throws IOException, InterruptedException {
    var specification = DocsPage.root().resolveSibling("shared/specs/twilio/messages.json");
    assumeTrue(Files.exists(specification), "missing: " + specification);
    assumeTrue(runs("node", "--version"), "missing: Node.js, which Prism runs on");
    assumeTrue(runs("npm", "--version"), "missing: npm, which fetches Prism");
    fetch();
    var port = freePort();
    var process =
        start(
            "node",
            program().toString(),
            "mock",
            specification.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-v",
            "error");
    var prism = new Prism(process, port);
    Awaitility.await("Prism answers").atMost(PATIENCE).until(prism::isReady);
    return prism;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Prism has ended: see " + HOME.resolve("log"));
    }
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
        start(
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

  private static Process start(String... command) throws IOException {
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
    process.destroy();
  }
}
