package io.tuco.camel.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an embedder's build gets with the artifact: no server, no command line, no store of ours.
 */
final class EmbeddersDependenciesTest {

  private static List<String> tree = List.of();

  @BeforeAll
  static void read() throws IOException {
    tree = Files.readAllLines(Path.of("target", "dependency-tree.txt"), UTF_8);
  }

  @Test
  void getsNeitherServerNorStoreNorCommandLine() {
    var delivered =
        tree.stream()
            .filter(line -> line.contains(":compile") || line.contains(":runtime"))
            .filter(line -> !line.endsWith("(optional)"))
            .toList();

    assertThat(delivered).anyMatch(line -> line.contains("org.apache.camel:camel-mongodb"));
    assertThat(delivered)
        .noneMatch(
            line ->
                line.matches(
                    ".*(mongo-java-server|sqlite|picocli|logback|platform-http-vertx|platform-http-main"
                        + "|io\\.vertx:vertx-web:|camel-main|jetty|undertow|tomcat|netty-http:).*"));
  }

  @Test
  void wouldNoticeIfItDid() {
    assertThat(tree).anyMatch(line -> line.contains("sqlite") && line.endsWith("(optional)"));
  }
}
