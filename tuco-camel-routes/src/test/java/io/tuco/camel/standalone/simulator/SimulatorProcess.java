package io.tuco.camel.standalone.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A simulator in a JVM of its own, so that it can be killed. */
final class SimulatorProcess implements AutoCloseable {

  private final Process process;
  private final String relayUrl;

  private SimulatorProcess(Process process, String relayUrl) {
    this.process = process;
    this.relayUrl = relayUrl;
  }

  static SimulatorProcess in(Path dataDir) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorProcess.class.getName(),
                dataDir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    return new SimulatorProcess(process, new BufferedReader(out).readLine());
  }

  String relayUrl() {
    return relayUrl;
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] args) throws InterruptedException {
    var simulator = RelaySimulator.start(SimulatorFixture.options(Path.of(args[0])));
    System.out.println(simulator.relayUrl());
    simulator.awaitStop();
  }
}
