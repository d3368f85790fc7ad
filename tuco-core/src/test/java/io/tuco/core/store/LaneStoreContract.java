package io.tuco.core.store;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.WORKSPACE;
import static io.tuco.core.fixture.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LaneStore} promises. */
public abstract class LaneStoreContract {

  private static final String LANE = "device:" + id(0xd1);
  private static final String OTHER = "device:" + id(0xd2);

  private LaneStore lanes;

  /** Stores that remember nothing yet. */
  protected abstract Stores openStores();

  @BeforeEach
  void open() {
    lanes = openStores().lanes();
  }

  @Test
  void knowsNoLaneBeforeItsFirstClaim() {
    assertThat(lanes.find(LANE)).isEmpty();
    assertThat(lanes.inFlight()).isEmpty();
    assertThat(lanes.count()).isZero();
  }

  @Test
  void grantsALaneNeverSeen() {
    var claimed = lanes.claim(LANE, intent("s-1"), NOW);

    assertThat(claimed.map(Lane::epoch)).contains(1L);
    assertThat(claimed.flatMap(Lane::inFlight)).contains(intent("s-1"));
    assertThat(lanes.find(LANE)).isEqualTo(claimed);
    assertThat(lanes.count()).isEqualTo(1);
  }

  @Test
  void refusesALaneWithASendInFlight() {
    var claimed = claim(LANE, "s-1", NOW);

    assertThat(lanes.claim(LANE, intent("s-2"), NOW.plusSeconds(3600))).isEmpty();
    assertThat(lanes.find(LANE)).contains(claimed);
  }

  @Test
  void grantsARestingLaneFromTheInstantItIsFree() {
    lanes.release(claim(LANE, "s-1", NOW), NOW.plusMillis(30_000));

    assertThat(lanes.claim(LANE, intent("s-2"), NOW.plusMillis(29_999))).isEmpty();
    assertThat(lanes.claim(LANE, intent("s-2"), NOW.plusMillis(30_000)).map(Lane::epoch))
        .contains(2L);
  }

  @Test
  void closesTheIntentOnRelease() {
    var claimed = claim(LANE, "s-1", NOW);

    assertThat(lanes.release(claimed, NOW.plusMillis(1))).isTrue();
    assertThat(lanes.find(LANE))
        .contains(new Lane(LANE, claimed.epoch(), Optional.empty(), NOW.plusMillis(1)));
  }

  @Test
  void doesNotReleaseTwice() {
    var claimed = claim(LANE, "s-1", NOW);
    lanes.release(claimed, NOW.plusSeconds(30));

    assertThat(lanes.release(claimed, NOW)).isFalse();
    assertThat(lanes.find(LANE).map(Lane::freeAt)).contains(NOW.plusSeconds(30));
  }

  @Test
  void doesNotReleaseALaneThatHasBeenClaimedAnew() {
    var earlier = claim(LANE, "s-1", NOW);
    lanes.release(earlier, NOW);
    var later = claim(LANE, "s-2", NOW);

    assertThat(lanes.release(earlier, NOW)).isFalse();
    assertThat(lanes.find(LANE)).contains(later);
  }

  @Test
  void takesOverTheSameSendUnderTheNextEpoch() {
    var seen = claim(LANE, "s-1", NOW);
    var later = NOW.plusSeconds(11);

    var taken = lanes.takeOver(seen, "node-b", later);

    var intent = new Intent("s-1", WORKSPACE, id(1), "node-b", later);
    assertThat(taken).contains(new Lane(LANE, 2, Optional.of(intent), seen.freeAt()));
    assertThat(lanes.find(LANE)).isEqualTo(taken);
  }

  @Test
  void leavesTheFormerOwnerNothingToReleaseAfterATakeOver() {
    var seen = claim(LANE, "s-1", NOW);
    var taken = lanes.takeOver(seen, "node-b", NOW).orElseThrow();

    assertThat(lanes.release(seen, NOW)).isFalse();
    assertThat(lanes.find(LANE)).contains(taken);
    assertThat(lanes.release(taken, NOW)).isTrue();
  }

  @Test
  void doesNotTakeOverWhatMovedOn() {
    var released = claim(LANE, "s-1", NOW);
    lanes.release(released, NOW);
    assertThat(lanes.takeOver(released, "node-b", NOW)).isEmpty();

    var claimedAnew = claim(LANE, "s-2", NOW);
    assertThat(lanes.takeOver(released, "node-b", NOW)).isEmpty();
    assertThat(lanes.find(LANE)).contains(claimedAnew);

    lanes.takeOver(claimedAnew, "node-b", NOW);
    assertThat(lanes.takeOver(claimedAnew, "node-c", NOW)).isEmpty();
  }

  @Test
  void doesNotTakeOverOrReleaseALaneNeverSeen() {
    var imagined = new Lane(LANE, 1, Optional.of(intent("s-1")), NOW);

    assertThat(lanes.takeOver(imagined, "node-b", NOW)).isEmpty();
    assertThat(lanes.release(imagined, NOW)).isFalse();
    assertThat(lanes.find(LANE)).isEmpty();
  }

  @Test
  void keepsLanesApart() {
    var one = claim(LANE, "s-1", NOW);
    var other = claim(OTHER, "s-2", NOW);

    lanes.release(one, NOW);

    assertThat(lanes.find(OTHER)).contains(other);
    assertThat(lanes.count()).isEqualTo(2);
  }

  @Test
  void listsOpenIntentsOnly() {
    lanes.release(claim(LANE, "s-1", NOW), NOW);
    var open = claim(OTHER, "s-2", NOW);
    var alsoOpen = claim("line:" + id(0x71), "s-3", NOW);

    assertThat(lanes.inFlight()).containsExactlyInAnyOrder(open, alsoOpen);
  }

  @Test
  void countsEpochsOverManyTurns() {
    for (var turn = 1; turn <= 50; turn++) {
      var lane = claim(LANE, "s-" + turn, NOW);
      assertThat(lane.epoch()).isEqualTo(turn);
      lanes.release(lane, NOW);
    }
  }

  @Test
  void grantsALaneToOneOfTwoRivals() {
    for (var round = 0; round < 200; round++) {
      var laneId = "device:" + id(round);
      if (round % 2 == 1) {
        lanes.release(claim(laneId, "earlier", NOW), NOW);
      }

      var grants = Rivals.race(2, rival -> lanes.claim(laneId, intent("s-" + rival), NOW));

      var winners = present(grants);
      assertThat(winners).hasSize(1);
      assertThat(lanes.find(laneId)).contains(winners.get(0));
    }
  }

  @Test
  void grantsATakeOverToOneOfTwoRivals() {
    for (var round = 0; round < 50; round++) {
      var seen = claim("device:" + id(round), "s-1", NOW);

      var grants = Rivals.race(2, rival -> lanes.takeOver(seen, "node-" + rival, NOW));

      assertThat(present(grants)).hasSize(1);
    }
  }

  @Test
  void letsEitherTheOwnerReleaseOrAnotherTakeOver() {
    for (var round = 0; round < 50; round++) {
      var seen = claim("device:" + id(round), "s-1", NOW);

      var won =
          Rivals.race(
              2,
              rival ->
                  rival == 0
                      ? lanes.release(seen, NOW)
                      : lanes.takeOver(seen, "node-b", NOW).isPresent());

      assertThat(won).containsExactlyInAnyOrder(true, false);
    }
  }

  private Lane claim(String laneId, String sendId, Instant now) {
    return lanes.claim(laneId, intent(sendId), now).orElseThrow();
  }

  private static Intent intent(String sendId) {
    return new Intent(sendId, WORKSPACE, id(1), "node-a", NOW);
  }

  private static List<Lane> present(List<Optional<Lane>> answers) {
    return answers.stream().flatMap(Optional::stream).toList();
  }
}
