package io.tuco.camel.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Webhook contract, section 5: no event is lost by a crash, at most repeated under the same id, and
 * its order can be told by {@code seq}.
 */
@Tag("long")
final class WebhookStormTest {

  @Test
  void losesNoEventToAKill(@TempDir Path data) throws IOException {
    assertHolds(new WebhookStorm(1, 200, 3).on(data), 400);
  }

  @Tag("slow")
  @Test
  void losesNoneOfTenThousandEventsToManyKills(@TempDir Path data) throws IOException {
    assertHolds(new WebhookStorm(8, 5_000, 5).on(data), 10_000);
  }

  private static void assertHolds(WebhookStorm.Report report, int events) {
    System.out.println(report);
    assertThat(report.events()).isEqualTo(events);
    assertThat(report.lost()).isZero();
    assertThat(report.renamed()).isZero();
    assertThat(report.disordered()).isZero();
    assertThat(report.forgotten()).isZero();
  }
}
