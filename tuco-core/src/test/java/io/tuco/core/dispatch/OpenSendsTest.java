package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How old an open send provably is (dispatch safety, section 4). */
final class OpenSendsTest {

  private static final LaneSlot SLOT = new LaneSlot("device:mac", 0);
  private static final Instant BEGAN = Instant.parse("2027-03-12T15:00:00Z");

  private final OpenSends open = new OpenSends();

  private Instant seenUntil(String sendId, Duration byTheWall, Duration byTheOtherClock) {
    return open.seenUntil(SLOT, sendId, BEGAN, BEGAN.plus(byTheWall), byTheOtherClock.toNanos());
  }

  @Test
  void takesTheWallClockWhereItRunsTrue() {
    open.calls(SLOT, "s1", 0);

    assertThat(seenUntil("s1", Duration.ofMinutes(3), Duration.ofMinutes(3)))
        .isEqualTo(BEGAN.plus(Duration.ofMinutes(3)));
  }

  @Test
  void isNoOlderForAWallClockSetForward() {
    open.calls(SLOT, "s1", 0);

    assertThat(seenUntil("s1", Duration.ofMinutes(43), Duration.ofMinutes(3)))
        .isEqualTo(BEGAN.plus(Duration.ofMinutes(3)));
  }

  @Test
  void isNoOlderThanTheWallSaysWhereThatWasSetBack() {
    open.calls(SLOT, "s1", 0);

    assertThat(seenUntil("s1", Duration.ofMinutes(-20), Duration.ofMinutes(3)))
        .isEqualTo(BEGAN.minus(Duration.ofMinutes(20)));
  }

  @Test
  void watchesWhatAnotherProcessLeftFromTheFirstQuestion() {
    assertThat(seenUntil("s1", Duration.ofHours(1), Duration.ofMinutes(10))).isEqualTo(BEGAN);
    assertThat(seenUntil("s1", Duration.ofHours(2), Duration.ofMinutes(12)))
        .isEqualTo(BEGAN.plus(Duration.ofMinutes(2)));
  }

  @Test
  void knowsEachSendOfASlotApart() {
    open.calls(SLOT, "s1", 0);

    assertThat(seenUntil("s2", Duration.ofMinutes(5), Duration.ofMinutes(5))).isEqualTo(BEGAN);
  }

  @Test
  void beginsAnewWhenTheNextPartIsCalled() {
    open.calls(SLOT, "s1", 0);
    open.calls(SLOT, "s1", Duration.ofMinutes(4).toNanos());

    assertThat(seenUntil("s1", Duration.ofMinutes(5), Duration.ofMinutes(5)))
        .isEqualTo(BEGAN.plus(Duration.ofMinutes(1)));
  }
}
