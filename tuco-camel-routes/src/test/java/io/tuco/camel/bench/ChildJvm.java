package io.tuco.camel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own. It answers a line with a line; what else it prints, its log, is
 * passed over.
 */
final class ChildJvm implements AutoCloseable {

  private static final String MARK = "bench: ";
  private static final long STOP_SECONDS = 20;

  private final Process process;
  private final BlockingQueue<Optional<String>> said = new LinkedBlockingQueue<>();
  private final PrintStream asked;

  private ChildJvm(Process process) {
    this.process = process;
    this.asked = new PrintStream(process.getOutputStream(), true, UTF_8);
    var listener = new Thread(this::listen, "bench-child");
    listener.setDaemon(true);
    listener.start();
  }

  /** All the time: a child whose log nobody takes would stop at its next line. */
  private void listen() {
    try (var lines = process.inputReader(UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(MARK)) {
          said.add(Optional.of(line.substring(MARK.length())));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      said.add(Optional.empty());
    }
  }

  static ChildJvm of(Class<?> program, Path directory, List<String> flags, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // SQLite's library is unpacked there.
    command.addAll(flags);
    command.add("-Djava.io.tmpdir=" + directory);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** What it has used of the processors. */
  Duration processorTime() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** In the child: says a line to the parent. */
  static void say(String line) {
    System.out.println(MARK + line);
  }

  String ask(String question) throws IOException {
    asked.println(question);
    return answer();
  }

  String answer() throws IOException {
    try {
      var next = said.take();
      if (next.isEmpty()) {
        // Whoever asks again hears the same.
        said.add(next);
      }
      return next.orElseThrow(
          () -> new IOException("the program ended: " + process.info().commandLine().orElse("")));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody waits for the answer any more");
    }
  }

  /** Its input ends, and so does it. */
  @Override
  public void close() throws IOException {
    asked.close();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
