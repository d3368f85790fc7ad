package io.tuco.camel.standalone;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** Runs the server until it is told to stop. */
class ServerCommand implements Callable<Integer> {

  @Option(names = "--port", description = "Port to listen on; 0 for any.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--data-dir",
      description = "Where the embedded store and generated secrets are kept.")
  private Optional<Path> dataDir = Optional.empty();

  @Option(names = "--config", description = "A properties file with tuco.* settings.")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--demo",
      description = "Also start a simulated relay, with a workspace, two lines and a key to try.")
  private boolean demo;

  @Override
  public Integer call() throws Exception {
    var options = new ServerOptions(port, dataDir, config, demo);
    var server = TucoServer.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "tuco-shutdown"));
    server.awaitStop();
    return 0;
  }
}
