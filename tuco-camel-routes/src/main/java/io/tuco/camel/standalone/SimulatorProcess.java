package io.tuco.camel.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The demo's relay simulator: a child process that outlives a killed server and is found again by
 * the next one on the same data directory.
 */
final class SimulatorProcess {

  static final String PASSWORD = "demo";

  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Path directory;
  private final Optional<SimulatorNote> found;
  private final Optional<Process> started;

  private SimulatorProcess(
      Path directory, Optional<SimulatorNote> found, Optional<Process> started) {
    this.directory = directory;
    this.found = found;
    this.started = started;
  }

  /** Finds the one that runs, or starts one; does not wait for it. */
  static SimulatorProcess findOrStart(Path directory) {
    var known = SimulatorNote.read(directory);
    var running = known.filter(SimulatorProcess::answers);
    return running.isPresent()
        ? new SimulatorProcess(directory, running, Optional.empty())
        : new SimulatorProcess(
            directory,
            Optional.empty(),
            Optional.of(launch(directory, known.map(SimulatorNote::port).orElse(0))));
  }

  /** Where it is, once it serves. */
  SimulatorNote awaitReady() {
    if (found.isPresent()) {
      return found.get();
    }
    var child = started.orElseThrow();
    var deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (child.isAlive() && System.nanoTime() < deadline) {
      var note = SimulatorNote.read(directory).filter(noted -> noted.pid() == child.pid());
      if (note.isPresent()) {
        return note.get();
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    throw new IllegalStateException(
        "the relay simulator did not start; its output is in " + directory.resolve("output.log"));
  }

  /** Ends it unless it was found: a start that fails leaves alone what another server may use. */
  void stopIfStarted() {
    started.ifPresent(Process::destroy);
  }

  /** Ends it, on an orderly stop of the server. */
  void stop() {
    started
        .map(Process::toHandle)
        .or(() -> found.flatMap(note -> ProcessHandle.of(note.pid())))
        .ifPresent(ProcessHandle::destroy);
  }

  private static Process launch(Path directory, int port) {
    var output = new DataDirectory(directory).resolve("output.log").toFile();
    try {
      return new ProcessBuilder(command(directory, port))
          .redirectErrorStream(true)
          .redirectOutput(output)
          .redirectInput(new File("/dev/null"))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(Path directory, int port) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(
        java,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Xmx128m",
        "-cp",
        System.getProperty("java.class.path"),
        Tuco.class.getName(),
        "simulator",
        "--port",
        Integer.toString(port),
        "--data-dir",
        directory.toString(),
        "--password",
        PASSWORD);
  }

  private static boolean answers(SimulatorNote note) {
    var request =
        HttpRequest.newBuilder(URI.create(note.controlUrl() + "/health"))
            .timeout(ANSWER_LIMIT)
            .build();
    try {
      var client = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
      return client.send(request, BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
