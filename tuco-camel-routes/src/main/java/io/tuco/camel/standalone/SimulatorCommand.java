package io.tuco.camel.standalone;

import io.tuco.camel.standalone.simulator.RelaySimulator;
import io.tuco.camel.standalone.simulator.RelaySimulatorOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the simulated device relay as a process of its own. */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description = "Runs a simulated BlueBubbles relay, with faults to inject and a log to read.")
final class SimulatorCommand implements Callable<Integer> {

  @Option(names = "--port", defaultValue = "1234", description = "Port; 0 for any.")
  private int port;

  @Option(names = "--data-dir", defaultValue = "./tuco-relay", description = "Where its log is.")
  private Path dataDir = Path.of("./tuco-relay");

  @Option(
      names = "--password",
      defaultValue = "demo",
      description = "The server password clients must give.")
  private String password = "demo";

  @Override
  public Integer call() throws Exception {
    try (var simulator = RelaySimulator.start(options())) {
      SimulatorNote.of(simulator).write(dataDir);
      System.out.println("Relay simulator: " + simulator.relayUrl());
      System.out.println("Control:         " + simulator.controlUrl());
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
      simulator.awaitStop();
    }
    return 0;
  }

  private RelaySimulatorOptions options() {
    return RelaySimulatorOptions.at(dataDir, password, Clock.systemUTC(), new SecureRandom())
        .withPort(port);
  }
}
