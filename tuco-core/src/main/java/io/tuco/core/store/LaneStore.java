package io.tuco.core.store;

import io.tuco.core.dispatch.Lane;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Remembers lanes. Every change is one compare-and-set on the epoch; who loses stands back and
 * reads again (dispatch safety, invariants 1 to 3 and 7).
 */
public interface LaneStore {

  Optional<Lane> find(String laneId);

  /** Those of them that there are, in any order; many at once where the store can do that. */
  default List<Lane> findAll(Collection<String> laneIds) {
    return laneIds.stream().flatMap(laneId -> find(laneId).stream()).toList();
  }

  /**
   * The same for information alone: it may be as it was a moment ago, and is not to be replaced.
   */
  default Optional<Lane> lately(String laneId) {
    return find(laneId);
  }

  /**
   * Puts {@code next} in the place of {@code seen}; a lane of epoch 0 is one that was never stored.
   *
   * @param next of the same id and the next epoch
   * @return false, and nothing changed, when the lane is not at the epoch of {@code seen} any more
   */
  boolean replace(Lane seen, Lane next);

  /** Lanes with an open intent. */
  List<Lane> inFlight();

  long count();
}
