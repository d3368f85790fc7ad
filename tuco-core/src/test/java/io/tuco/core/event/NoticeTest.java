package io.tuco.core.event;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aLine;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.line.SenderHealth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NoticeTest {

  @Test
  void namesALineByItsAddressesAsTheyAreWritten() {
    var line = aLine().withPhone("+12025550171").build();

    var notice = Notice.lineDown(line, SenderHealth.unknown(), "evt_1", 1, NOW);

    assertThat(notice.data()).containsEntry("linePhone", Optional.of("+12025550171"));
  }
}
