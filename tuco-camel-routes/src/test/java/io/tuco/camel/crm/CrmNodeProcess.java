package io.tuco.camel.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** A {@link CrmNode}, to be asked and killed. */
final class CrmNodeProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;
  private final PrintStream asked;

  private CrmNodeProcess(Process process) {
    this.process = process;
    this.said = process.inputReader(UTF_8);
    this.asked = new PrintStream(process.getOutputStream(), true, UTF_8);
  }

  static CrmNodeProcess start(String storeUri, String crmUrl) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                CrmNode.class.getName(),
                storeUri,
                crmUrl)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var node = new CrmNodeProcess(process);
    node.answer();
    return node;
  }

  void tell(String line) {
    asked.println(line);
  }

  String answerTo(String line) throws IOException {
    tell(line);
    return answer();
  }

  String answer() throws IOException {
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      if (line.startsWith(CrmNode.MARK)) {
        return line.substring(CrmNode.MARK.length());
      }
    }
    throw new IOException("the node ended");
  }

  /** As kill -9 does it. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
