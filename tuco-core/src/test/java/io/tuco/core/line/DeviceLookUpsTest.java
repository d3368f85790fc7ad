package io.tuco.core.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When a device may look up again, and what its lines have used (API contract, section 6). */
final class DeviceLookUpsTest {

  private static final Instant NOON = Instant.parse("2027-03-12T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);
  private static final LocalDate TOMORROW = TODAY.plusDays(1);
  private static final Duration GAP = Duration.ofSeconds(3);

  @Test
  void queuesTurnsAGapApart() {
    var one = DeviceLookUps.none("mac").taking("a", TODAY, NOON, GAP);
    var two = one.taking("b", TODAY, NOON.plusMillis(10), GAP);

    assertThat(DeviceLookUps.none("mac").turnAt(NOON)).isEqualTo(NOON);
    assertThat(one.turnAt(NOON.plusMillis(10))).isEqualTo(NOON.plusSeconds(3));
    assertThat(two.turnAt(NOON)).isEqualTo(NOON.plusSeconds(6));
    assertThat(two.turnAt(NOON.plusSeconds(60))).isEqualTo(NOON.plusSeconds(60));
    assertThat(two.revision()).isEqualTo(2);
  }

  @Test
  void countsEachLineAndDayForItself() {
    var used =
        DeviceLookUps.none("mac")
            .taking("a", TODAY, NOON, GAP)
            .taking("a", TODAY, NOON, GAP)
            .taking("b", TODAY, NOON, GAP);

    assertThat(used.usedBy("a", TODAY)).isEqualTo(2);
    assertThat(used.usedBy("b", TODAY)).isEqualTo(1);
    assertThat(used.usedBy("c", TODAY)).isZero();
    assertThat(used.usedBy("a", TOMORROW)).isZero();
    assertThat(used.taking("a", TOMORROW, NOON, GAP).usedBy("a", TOMORROW)).isEqualTo(1);
  }

  @Test
  void neverForgetsAPlaceBecauseAClockIsBehind() {
    var used =
        DeviceLookUps.none("mac").taking("a", TOMORROW, NOON, GAP).taking("a", TODAY, NOON, GAP);

    assertThat(used.usedBy("a", TODAY)).isEqualTo(2);
    assertThat(used.usedBy("a", TOMORROW)).isEqualTo(2);
  }
}
