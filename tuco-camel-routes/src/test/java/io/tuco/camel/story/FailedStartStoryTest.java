package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that fails says why in a sentence and leaves a running demo as it is. */
@Tag("long")
final class FailedStartStoryTest {

  @Test
  void leavesTheDemoAloneWhoseDataDirectoryIsInUse(@TempDir Path data) throws IOException {
    try (var first = ServerProcess.demo(data)) {
      first.awaitReady();

      try (var second = ServerProcess.demo(data)) {
        assertThat(second.awaitExit()).isEqualTo(1);
      }

      assertThat(first.control().get("/health").status()).isEqualTo(200);
      assertThat(first.log()).contains("another data directory").doesNotContain("\tat ");
    }
  }
}
