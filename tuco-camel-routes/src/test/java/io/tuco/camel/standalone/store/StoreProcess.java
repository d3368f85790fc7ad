package io.tuco.camel.standalone.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A store in a process of its own, to be killed. */
public final class StoreProcess implements AutoCloseable {

  private final Process process;
  private final String uri;

  private StoreProcess(Process process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  public static StoreProcess start(Path directory) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                // SQLite's library is unpacked there, and a killed process leaves it behind.
                "-Djava.io.tmpdir=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("mongodb:")) {
        return new StoreProcess(process, line);
      }
    }
    throw new IOException("The store did not start");
  }

  public String uri() {
    return uri;
  }

  /** As {@code kill -9} does it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String[] arguments) throws InterruptedException {
    System.out.println(EmbeddedStore.open(Path.of(arguments[0]), 0).uri());
    new CountDownLatch(1).await();
  }
}
