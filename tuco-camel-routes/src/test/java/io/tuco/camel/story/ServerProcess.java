package io.tuco.camel.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.camel.standalone.Tuco;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The program as a process of its own, to be killed and started again on the same data. */
public final class ServerProcess implements AutoCloseable {

  private static final Duration READY_LIMIT = Duration.ofSeconds(90);

  private final Path data;
  private final int port;
  private final List<String> arguments;
  private Process process;

  private ServerProcess(Path data, int port, List<String> arguments, List<String> flags)
      throws IOException {
    this.data = data;
    this.port = port;
    this.arguments = arguments;
    this.process = launch(flags);
  }

  static ServerProcess demo(Path data) throws IOException {
    return demo(data, List.of());
  }

  /**
   * @param flags of the JVM, settings as system properties among them
   */
  public static ServerProcess demo(Path data, List<String> flags) throws IOException {
    return new ServerProcess(data, freePort(), List.of("--demo"), flags);
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The facts of {@code demo.json}. */
  public JsonNode facts() throws IOException {
    return JsonHttp.json(Files.readString(data.resolve("demo.json"), UTF_8));
  }

  public JsonHttp api() throws IOException {
    return new JsonHttp(url(), facts().path("apiKey").asText());
  }

  public JsonHttp admin() throws IOException {
    return new JsonHttp(url(), facts().path("adminToken").asText());
  }

  public JsonHttp control() throws IOException {
    return new JsonHttp(facts().path("relayControlUrl").asText(), "");
  }

  public void awaitReady() {
    Awaitility.await()
        .atMost(READY_LIMIT)
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> new JsonHttp(url(), "").get("/health").status() == 200);
  }

  /** As kill -9 does it: no shutdown hook runs. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Waits for a server that ends by itself. */
  public int awaitExit() {
    return process.onExit().orTimeout(READY_LIMIT.toSeconds(), TimeUnit.SECONDS).join().exitValue();
  }

  void startAgain() throws IOException {
    startAgain(List.of());
  }

  public void startAgain(List<String> flags) throws IOException {
    process = launch(flags);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Asks it to stop, and does not wait. */
  public void terminate() {
    process.destroy();
  }

  public String log() throws IOException {
    return Files.readString(data.resolve("server.log"), UTF_8);
  }

  long pid() {
    return process.pid();
  }

  /** An orderly stop, which takes the demo's simulator along. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch(List<String> flags) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Tuco.class.getName()));
    command.addAll(List.of("--port", Integer.toString(port), "--data-dir", data.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("server.log").toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
