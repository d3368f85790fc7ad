package io.tuco.core.engine;

import static io.tuco.core.engine.LookUpResult.AVAILABLE;
import static io.tuco.core.engine.LookUpResult.FAILED;
import static io.tuco.core.engine.LookUpResult.NO_DEVICE;
import static io.tuco.core.engine.LookUpResult.NO_QUOTA;
import static io.tuco.core.engine.LookUpResult.UNAVAILABLE;
import static io.tuco.core.fixture.Fixtures.aWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.address.Address;
import io.tuco.core.address.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Addresses on their way to be looked up. */
final class LookUpSeriesTest {

  private static final OwnLines LINES = new OwnLines(aWorkspace().build(), Set.of());
  private static final Address ADA = new PhoneNumber("+12025550100");
  private static final Address BEN = new PhoneNumber("+12025550101");
  private static final Address CLEO = new PhoneNumber("+12025550102");

  @Test
  void keepsTheOrderWhateverComesFirst() {
    var series = series(ADA, BEN);
    var first = series.take().orElseThrow();
    var second = series.take().orElseThrow();

    series.note(second, AVAILABLE);
    series.note(first, UNAVAILABLE);

    assertThat(first.address()).isEqualTo(ADA);
    assertThat(series.take()).isEmpty();
    assertThat(series.results()).containsExactly(UNAVAILABLE, AVAILABLE);
  }

  @Test
  void endsWithoutQuotaAndSaysSoOfTheRest() {
    var series = series(ADA, BEN, CLEO);
    series.note(series.take().orElseThrow(), AVAILABLE);

    series.note(series.take().orElseThrow(), NO_QUOTA);

    assertThat(series.take()).isEmpty();
    assertThat(series.taken()).containsExactly(AVAILABLE, NO_QUOTA);
    assertThat(series.results()).containsExactly(AVAILABLE, NO_QUOTA, NO_QUOTA);
  }

  @Test
  void endsWithoutADevice() {
    var series = series(ADA, BEN);

    series.note(series.take().orElseThrow(), NO_DEVICE);

    assertThat(series.results()).containsExactly(NO_DEVICE, NO_DEVICE);
  }

  @Test
  void keepsNothingOfPlacesThatABrokenOffWalkDidNotReach() {
    var brokenOff = series(ADA, BEN);
    brokenOff.note(brokenOff.take().orElseThrow(), AVAILABLE);
    var ended = series(ADA, BEN);
    ended.note(ended.take().orElseThrow(), NO_QUOTA);

    assertThat(brokenOff.results()).containsExactly(AVAILABLE, FAILED);
    assertThat(brokenOff.settled()).containsExactly(AVAILABLE);
    assertThat(ended.settled()).containsExactly(NO_QUOTA, NO_QUOTA);
  }

  @Test
  void failsAPlaceWithoutAnAddress() {
    var series = LookUpSeries.each(LINES, List.of(Optional.empty(), Optional.of(ADA)));

    assertThat(series.take().orElseThrow().place()).isEqualTo(1);
    assertThat(series.results().get(0)).isEqualTo(FAILED);
  }

  @Test
  void stopsAtTheFirstHitOnlyWhereOneIsWanted() {
    var one = LookUpSeries.untilHit(LINES, List.of(ADA, BEN));
    one.note(one.take().orElseThrow(), AVAILABLE);
    var all = series(ADA, BEN);
    all.note(all.take().orElseThrow(), AVAILABLE);

    assertThat(one.take()).isEmpty();
    assertThat(all.take()).isPresent();
  }

  @Test
  void isWalkedByAsManyAsThereAreDevicesButOneAtATimeForAHit() {
    assertThat(series(ADA, BEN).walkers(5)).isEqualTo(2);
    assertThat(series(ADA, BEN, CLEO).walkers(2)).isEqualTo(2);
    assertThat(series(ADA).walkers(0)).isEqualTo(1);
    assertThat(LookUpSeries.untilHit(LINES, List.of(ADA, BEN)).walkers(5)).isEqualTo(1);
  }

  private static LookUpSeries series(Address... addresses) {
    return LookUpSeries.each(LINES, List.of(addresses).stream().map(Optional::of).toList());
  }
}
