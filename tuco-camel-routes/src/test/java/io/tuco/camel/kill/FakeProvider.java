package io.tuco.camel.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A fake of Twilio or of a mail server, as a process; its log is read, it is not asked. */
final class FakeProvider implements Provider {

  private final Process process;
  private final PrintStream orders;
  private final SyncedLog log;
  private final String place;

  private FakeProvider(Process process, SyncedLog log) throws IOException {
    this.process = process;
    this.orders = new PrintStream(process.getOutputStream(), true, UTF_8);
    this.log = log;
    this.place = process.inputReader(UTF_8).readLine();
  }

  static FakeProvider start(String kind, Path directory) throws IOException {
    var file = directory.resolve(kind + ".log");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            ProviderProgram.class.getName(),
            kind,
            file.toString());
    return new FakeProvider(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start(),
        new SyncedLog(file));
  }

  /** A URL or a port. */
  String place() {
    return place;
  }

  @Override
  public void meets(Trouble trouble) {
    orders.println(trouble);
  }

  @Override
  public void calm() {
    orders.println("CALM");
  }

  /** A sink takes what is signed with this, and nothing else. */
  void trusts(String secret) {
    orders.println(secret);
  }

  @Override
  public long asked() throws IOException {
    return log.timesAsked();
  }

  @Override
  public Map<String, List<String>> taken() throws IOException {
    return log.taken();
  }

  @Override
  public void close() {
    orders.close();
    process.onExit().join();
  }
}
