package io.tuco.camel.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our JSON survives a real ECMAScript engine byte by byte. */
final class NodeAgreementTest {

  private static final String PRINT_CHANGED_LINES =
      """
      const lines = require('fs').readFileSync(process.argv[1], 'utf8').split('\\n');
      for (const line of lines) {
        const again = JSON.stringify(JSON.parse(line));
        if (again !== line) console.log(line + ' became ' + again);
      }
      console.log('read ' + lines.length);
      """;

  @TempDir Path directory;

  @BeforeEach
  void needsNode() throws Exception {
    assumeTrue(run(List.of("node", "--version")).startsWith("v"), "node is not installed");
  }

  @Test
  void writesTreesThatNodeWritesBackUnchanged() throws Exception {
    var trees = new RandomTrees(31);

    assertUnchanged(Stream.generate(trees::object).limit(5_000));
  }

  @Test
  void writesNumbersThatNodeWritesBackUnchanged() throws Exception {
    var trees = new RandomTrees(37);
    var random = Stream.generate(trees::number).limit(100_000);
    var smallest = IntStream.range(-3_000, 3_000).mapToObj(i -> i * Double.MIN_VALUE);
    var powers = IntStream.range(-324, 309).mapToObj(i -> Double.parseDouble("1e" + i));
    var binary = IntStream.range(-1074, 1024).mapToObj(i -> Math.scalb(1.0, i));

    assertUnchanged(Stream.of(random, smallest, powers, binary).flatMap(numbers -> numbers));
  }

  private void assertUnchanged(Stream<?> values) throws Exception {
    var lines = values.map(EcmaScriptJson::stringify).toList();
    var file = Files.write(directory.resolve("cases"), String.join("\n", lines).getBytes(UTF_8));

    var answer = run(List.of("node", "-e", PRINT_CHANGED_LINES, file.toString()));

    assertThat(answer.strip()).isEqualTo("read " + lines.size());
  }

  private static String run(List<String> command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var answer = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return answer;
    } catch (IOException e) {
      return "";
    }
  }
}
