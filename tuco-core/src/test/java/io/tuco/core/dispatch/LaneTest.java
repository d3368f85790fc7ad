package io.tuco.core.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tuco.core.fixture.Fixtures;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.Places;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A lane's values, one after another: number, intents, gap, failures and places. */
final class LaneTest {

  private static final Instant NOW = Instant.parse("2027-03-12T12:34:56.789Z");
  private static final Instant LATER = NOW.plusSeconds(20);
  private static final Instant FREE = LATER.plusSeconds(30);
  private static final String LINE = Fixtures.id(0x71);
  private static final Places PLACES =
      new Places(LINE, LocalDate.of(2027, 3, 12), "2027-03-12T12", true, 3);

  private static Intent intent(int slot) {
    return new Intent(
        slot, "s-" + slot, Fixtures.WORKSPACE, Fixtures.id(1), "node-a", NOW, Optional.of(PLACES));
  }

  private static Lane claimed() {
    return Lane.unused("device:a").claimedBy(intent(0), NOW);
  }

  private static LineUsage usageAfter(Closing closing) {
    return claimed().releasedBy(0, closing).usageOf(LINE);
  }

  @Test
  void opensAnIntentAndTakesItsPlacesUnderTheNextNumber() {
    var lane = claimed();

    assertThat(lane.epoch()).isOne();
    assertThat(lane.inFlight()).containsExactly(intent(0));
    assertThat(lane.usageOf(LINE).total()).isOne();
    assertThat(lane.usageOf("another")).isEqualTo(LineUsage.nothing());
  }

  @Test
  void refusesASecondSendInASlot() {
    assertThatThrownBy(() -> claimed().claimedBy(intent(0), NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void letsSlotsBeInFlightBesideEachOther() {
    var both = claimed().claimedBy(intent(2), NOW);

    var left = both.releasedBy(0, Closing.left(LATER, FREE));

    assertThat(both.epoch()).isEqualTo(2);
    assertThat(left.inFlight()).containsExactly(intent(2));
    assertThat(left.usageOf(LINE).total()).isEqualTo(2);
  }

  @Test
  void handsAnIntentOverUnderTheNextNumber() {
    var both = claimed().claimedBy(intent(1), NOW);

    var taken = both.takenOver(intent(0), "node-b", LATER);

    assertThat(taken.epoch()).isEqualTo(3);
    assertThat(taken.inFlight(0).orElseThrow().owner()).isEqualTo("node-b");
    assertThat(taken.inFlight(0).orElseThrow().startedAt()).isEqualTo(LATER);
    assertThat(taken.inFlight(0).orElseThrow().sendId()).isEqualTo("s-0");
    assertThat(taken.inFlight(1)).contains(intent(1));
    assertThat(taken.usage()).isEqualTo(both.usage());
  }

  @Test
  void neverMakesARestShorter() {
    var both = claimed().claimedBy(intent(1), NOW);

    var rested = both.releasedBy(0, Closing.left(LATER, FREE));
    var again = rested.releasedBy(1, Closing.untouched(LATER, LATER));

    assertThat(again.freeAt()).isEqualTo(FREE);
  }

  @Test
  void countsFailuresInARow() {
    var lane = Lane.unused("device:a");
    for (var failure = 1; failure <= 3; failure++) {
      lane = lane.claimedBy(intent(0), NOW).releasedBy(0, closing(Closing.Success.NO));
      assertThat(lane.failures()).isEqualTo(failure);
    }

    var untested = lane.claimedBy(intent(0), NOW).releasedBy(0, closing(Closing.Success.UNTESTED));
    var well = untested.claimedBy(intent(0), NOW).releasedBy(0, closing(Closing.Success.YES));

    assertThat(untested.failures()).isEqualTo(3);
    assertThat(well.failures()).isZero();
  }

  @Nested
  class HeldPlaces {

    @Test
    void areKeptByWhatLeft() {
      var usage = usageAfter(Closing.left(LATER, FREE));

      assertThat(usage.total()).isOne();
      assertThat(usage.firsts()).isOne();
      assertThat(usage.hourFirsts()).isOne();
      assertThat(usage.lookUps()).isEqualTo(3);
    }

    @Test
    void areAllGivenBackByWhatNeverBegan() {
      var usage = usageAfter(Closing.untouched(LATER, LATER));

      assertThat(usage.total()).isZero();
      assertThat(usage.firsts()).isZero();
      assertThat(usage.hourFirsts()).isZero();
      assertThat(usage.lookUps()).isZero();
    }

    @Test
    void ofTheTotalAreGivenBackByWhatOnlyReachedTheLookUp() {
      var usage = usageAfter(new Closing(LATER, LATER, false, true, 2, Closing.Success.UNTESTED));

      assertThat(usage.total()).isZero();
      assertThat(usage.firsts()).isOne();
      assertThat(usage.lookUps()).isEqualTo(2);
    }

    @Test
    void ofLookUpsStayWhenNobodyKnowsHowManyWereMade() {
      assertThat(usageAfter(Closing.nothingLeft(LATER, LATER, false)).lookUps()).isEqualTo(3);
      assertThat(usageAfter(Closing.nothingLeft(LATER, LATER, false)).firsts()).isZero();
      assertThat(usageAfter(Closing.nothingLeft(LATER, LATER, true)).firsts()).isOne();
    }

    @Test
    void letTheContactGapRunFromTheEndOfAFirstTouch() {
      assertThat(usageAfter(Closing.left(LATER, FREE)).lastFirstTouchAt()).contains(LATER);
      assertThat(usageAfter(Closing.untouched(LATER, LATER)).lastFirstTouchAt()).contains(NOW);
    }
  }

  private static Closing closing(Closing.Success success) {
    return new Closing(LATER, LATER, true, true, 0, success);
  }
}
