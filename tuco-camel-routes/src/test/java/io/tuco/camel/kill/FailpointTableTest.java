package io.tuco.camel.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wherever the server is killed, nothing is lost and nothing is sent twice. Some moments by
 * default; all of them on every channel with the slow tests. {@code -Dtuco.kill.only=settle} is for
 * the moments whose names contain that.
 */
@Tag("long")
final class FailpointTableTest {

  private static final Set<String> SLICE =
      Set.of(
          "accept.after-insert",
          "dispatch.after-intent-before-begin",
          "dispatch.after-answer-before-result");

  @Test
  void losesAndDoublesNothingAtSomeMoments(@TempDir Path directory) throws IOException {
    var table =
        KillTable.of(
            directory,
            (moment, channel) -> channel == Channel.IMESSAGE && SLICE.contains(moment.name()));

    assertHolds(table);
    assertThat(table.results()).hasSize(SLICE.size());
  }

  @Tag("slow")
  @Test
  void losesAndDoublesNothingAtAnyMomentOnAnyChannel(@TempDir Path directory) throws IOException {
    var only = System.getProperty("tuco.kill.only", "");

    var table = KillTable.of(directory, (moment, channel) -> moment.name().contains(only));

    assertHolds(table);
  }

  private static void assertHolds(KillTable table) {
    assertThat(table.complaints()).isEmpty();
    assertThat(table.unknown()).isZero();
    assertThat(table.longestRecovery()).isLessThanOrEqualTo(KillTable.RECOVERY_AIM);
  }
}
