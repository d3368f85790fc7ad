package io.tuco.camel.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An accepted message is never lost and never doubled, whenever the server dies. A slice by
 * default; {@code -Dtuco.kills=25 -Dtuco.sends=500} is the whole run.
 */
@Tag("long")
final class KillStoryTest {

  @Test
  void losesAndDoublesNothingUnderKillNine(@TempDir Path data) throws IOException {
    var kills = Integer.getInteger("tuco.kills", 3);
    var sends = Integer.getInteger("tuco.sends", 60);
    var seed = Long.getLong("tuco.seed", 20_261_121L);

    var report = new KillRun(kills, sends, seed).on(data);

    System.out.println("kill run, seed " + seed + ": " + report);
    assertThat(report.lost()).isZero();
    assertThat(report.doubled()).isZero();
    assertThat(report.sent()).isEqualTo(report.accepted());
    assertThat(report.accepted()).isPositive();
  }
}
