package io.tuco.camel.standalone;

import io.tuco.camel.standalone.simulator.RelaySimulator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where a running simulator can be found: its process and its port, noted beside its log. */
record SimulatorNote(long pid, int port) {

  private static final String FILE = "simulator.properties";

  static SimulatorNote of(RelaySimulator simulator) {
    return new SimulatorNote(ProcessHandle.current().pid(), simulator.port());
  }

  void write(Path directory) {
    new DataDirectory(directory).write(FILE, "pid=" + pid + "\nport=" + port + "\n");
  }

  static Optional<SimulatorNote> read(Path directory) {
    return new DataDirectory(directory).read(FILE).flatMap(SimulatorNote::parse);
  }

  String relayUrl() {
    return "http://127.0.0.1:" + port;
  }

  String controlUrl() {
    return relayUrl() + "/control";
  }

  private static Optional<SimulatorNote> parse(String text) {
    var noted = new Properties();
    try {
      noted.load(new StringReader(text));
      return Optional.of(
          new SimulatorNote(
              Long.parseLong(noted.getProperty("pid")),
              Integer.parseInt(noted.getProperty("port"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
