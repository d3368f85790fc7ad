package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.Closing;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.line.LineUsage;
import io.tuco.core.line.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LaneStore} promises. */
public abstract class LaneStoreContract {

  private static final String LANE = "device:" + id(0xd1);
  private static final String OTHER = "device:" + id(0xd2);
  private static final LocalDate TODAY = LocalDate.of(2027, 3, 12);

  private LaneStore lanes;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    lanes = openStores().lanes();
  }

  @Test
  void knowsNoLaneBeforeItsFirstChange() {
    assertThat(lanes.find(LANE)).isEmpty();
    assertThat(lanes.inFlight()).isEmpty();
    assertThat(lanes.count()).isZero();
  }

  @Test
  void storesALaneNeverSeen() {
    var claimed = Lane.unused(LANE).claimedBy(intent(0, "s-1"), NOW);

    assertThat(lanes.replace(Lane.unused(LANE), claimed)).isTrue();

    assertThat(lanes.find(LANE)).contains(claimed);
    assertThat(lanes.count()).isEqualTo(1);
  }

  @Test
  void findsManyAtOnce() {
    var one = claim(LANE, "s-1");
    var other = claim(OTHER, "s-2");

    assertThat(lanes.findAll(List.of(OTHER, "device:" + id(0x404), LANE)))
        .containsExactlyInAnyOrder(one, other);
    assertThat(lanes.findAll(List.of())).isEmpty();
  }

  @Test
  void replacesALaneByTheNext() {
    var claimed = claim(LANE, "s-1");
    var released = claimed.releasedBy(0, Closing.left(NOW, NOW.plusMillis(30_001)));

    assertThat(lanes.replace(claimed, released)).isTrue();

    assertThat(lanes.find(LANE)).contains(released);
    assertThat(lanes.count()).isEqualTo(1);
  }

  @Test
  void refusesALaneThatIsNotAtTheEpochAnyMore() {
    var seen = claim(LANE, "s-1");
    var released = release(seen);
    var again = replaced(released, released.claimedBy(intent(0, "s-2"), NOW));

    assertThat(lanes.replace(seen, seen.takenOver(intent(0, "s-1"), "node-b", NOW))).isFalse();
    assertThat(lanes.replace(released, released.claimedBy(intent(0, "s-3"), NOW))).isFalse();

    assertThat(lanes.find(LANE)).contains(again);
  }

  @Test
  void refusesToStoreALaneAnewThatIsThere() {
    var there = claim(LANE, "s-1");
    var unused = Lane.unused(LANE);

    assertThat(lanes.replace(unused, unused.claimedBy(intent(0, "s-2"), NOW))).isFalse();

    assertThat(lanes.find(LANE)).contains(there);
  }

  @Test
  void refusesALaneThatWasNeverStored() {
    var imagined = new Lane(LANE, 3, List.of(intent(0, "s-1")), NOW, 0, Map.of());

    assertThat(lanes.replace(imagined, imagined.releasedBy(0, untouched()))).isFalse();

    assertThat(lanes.find(LANE)).isEmpty();
    assertThat(lanes.count()).isZero();
  }

  @Test
  void returnsALaneWithEverythingAsItWasStored() {
    var places = new Places(id(0x71), TODAY, "2027-03-12T12", true, 3);
    var full =
        new Lane(
            LANE,
            1,
            List.of(
                new Intent(0, "s-1", WORKSPACE, id(1), "node-a", NOW, Optional.of(places)),
                new Intent(3, "s-2", "org_other", id(2), "node-b", NOW.plusMillis(1), none())),
            NOW.plusMillis(30_001),
            7,
            Map.of(
                id(0x71), usage(5_000),
                id(0x72), LineUsage.nothing()));

    assertThat(lanes.replace(Lane.unused(LANE), full)).isTrue();

    assertThat(lanes.find(LANE)).contains(full);
    assertThat(lanes.inFlight()).containsExactly(full);
  }

  @Test
  void returnsALaneWithNothingAsItWasStored() {
    var bare = new Lane(LANE, 1, List.of(), Lane.unused(LANE).freeAt(), 0, Map.of());

    lanes.replace(Lane.unused(LANE), bare);

    assertThat(lanes.find(LANE)).contains(bare);
  }

  @Test
  void keepsTheOrderOfTheSlotsAsTheyWereOpened() {
    var first = claim(LANE, "s-1");
    var both = replaced(first, first.claimedBy(intent(2, "s-3"), NOW));
    var all = replaced(both, both.claimedBy(intent(1, "s-2"), NOW));

    assertThat(lanes.find(LANE)).contains(all);
    assertThat(replaced(all, all.releasedBy(2, untouched())).inFlight())
        .containsExactly(intent(0, "s-1"), intent(1, "s-2"));
    assertThat(lanes.find(LANE).map(Lane::inFlight))
        .contains(List.of(intent(0, "s-1"), intent(1, "s-2")));
  }

  @Test
  void takesPlacesInTheSameWriteAsTheIntent() {
    var places = new Places(id(0x71), TODAY, "2027-03-12T12", true, 2);
    var intent = new Intent(0, "s-1", WORKSPACE, id(1), "node-a", NOW, Optional.of(places));

    replaced(Lane.unused(LANE), Lane.unused(LANE).claimedBy(intent, NOW));

    var used = lanes.find(LANE).orElseThrow().usageOf(id(0x71));
    assertThat(used)
        .isEqualTo(
            new LineUsage(
                TODAY, 1, 1, 2, "2027-03-12T12", 1, 1, Optional.of(NOW), Optional.of(NOW)));
  }

  @Test
  void keepsLanesApart() {
    var one = claim(LANE, "s-1");
    var other = claim(OTHER, "s-2");

    release(one);

    assertThat(lanes.find(OTHER)).contains(other);
    assertThat(lanes.count()).isEqualTo(2);
  }

  @Test
  void listsOpenIntentsOnly() {
    release(claim(LANE, "s-1"));
    var open = claim(OTHER, "s-2");
    var alsoOpen = claim("line:" + id(0x71), "s-3");

    assertThat(lanes.inFlight()).containsExactlyInAnyOrder(open, alsoOpen);
  }

  @Test
  void countsEpochsOverManyTurns() {
    var lane = Lane.unused(LANE);
    for (var turn = 1; turn <= 50; turn++) {
      lane = release(replaced(lane, lane.claimedBy(intent(0, "s-" + turn), NOW)));
    }

    assertThat(lanes.find(LANE).map(Lane::epoch)).contains(100L);
  }

  @Test
  void grantsALaneToOneOfTwoRivals() {
    for (var round = 0; round < 200; round++) {
      var laneId = "device:" + id(round);
      var seen = round % 2 == 0 ? Lane.unused(laneId) : release(claim(laneId, "earlier"));

      var won =
          Rivals.race(
              2, rival -> lanes.replace(seen, seen.claimedBy(intent(0, "s-" + rival), NOW)));

      assertThat(won).containsExactlyInAnyOrder(true, false);
      assertThat(lanes.find(laneId))
          .contains(seen.claimedBy(intent(0, "s-" + won.indexOf(true)), NOW));
    }
  }

  @Test
  void grantsTheLastPlaceToOneOfTwoSlots() {
    for (var round = 0; round < 50; round++) {
      var laneId = "line:" + id(round);
      var seen = Lane.unused(laneId);

      var won =
          Rivals.race(
              2,
              rival -> {
                var places = new Places(id(0x71), TODAY, "2027-03-12T12", true, 0);
                var intent =
                    new Intent(
                        rival, "s-" + rival, WORKSPACE, id(1), "node-a", NOW, Optional.of(places));
                return lanes.replace(seen, seen.claimedBy(intent, NOW));
              });

      assertThat(won).containsExactlyInAnyOrder(true, false);
      assertThat(lanes.find(laneId).orElseThrow().usageOf(id(0x71)).total()).isOne();
    }
  }

  @Test
  void letsEitherTheOwnerReleaseOrAnotherTakeOver() {
    for (var round = 0; round < 50; round++) {
      var seen = claim("device:" + id(round), "s-1");

      var won =
          Rivals.race(
              2,
              rival ->
                  rival == 0
                      ? lanes.replace(seen, seen.releasedBy(0, untouched()))
                      : lanes.replace(seen, seen.takenOver(intent(0, "s-1"), "node-b", NOW)));

      assertThat(won).containsExactlyInAnyOrder(true, false);
    }
  }

  private Lane claim(String laneId, String sendId) {
    var unused = Lane.unused(laneId);
    return replaced(unused, unused.claimedBy(intent(0, sendId), NOW));
  }

  private Lane release(Lane lane) {
    return replaced(lane, lane.releasedBy(0, untouched()));
  }

  private Lane replaced(Lane seen, Lane next) {
    assertThat(lanes.replace(seen, next)).isTrue();
    return next;
  }

  private static Closing untouched() {
    return Closing.untouched(NOW, NOW);
  }

  private static Intent intent(int slot, String sendId) {
    return new Intent(slot, sendId, WORKSPACE, id(1), "node-a", NOW, none());
  }

  private static Optional<Places> none() {
    return Optional.empty();
  }

  private static LineUsage usage(int total) {
    return new LineUsage(
        TODAY,
        49,
        total,
        301,
        "2027-03-12T12",
        12,
        13,
        Optional.of(NOW.plusMillis(2)),
        Optional.of(NOW.plusMillis(3)));
  }
}
