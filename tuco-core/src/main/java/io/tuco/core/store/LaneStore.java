package io.tuco.core.store;

import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers lanes. Every change is one compare-and-set; who loses stands back and reads again
 * (dispatch safety, invariants 1 to 3).
 */
public interface LaneStore {

  Optional<Lane> find(String laneId);

  /**
   * Takes the next number of a lane that has nothing in flight and is free at {@code now}; a lane
   * never seen is free.
   *
   * @return the lane with this intent in flight; empty when another was faster or it rests
   */
  Optional<Lane> claim(String laneId, Intent intent, Instant now);

  /** Takes over another's intent: same send, next epoch, new owner. Empty when it moved on. */
  Optional<Lane> takeOver(Lane seen, String newOwner, Instant now);

  /** Closes the intent of {@code seen}; the lane rests until {@code freeAt}. */
  boolean release(Lane seen, Instant freeAt);

  /** Lanes with an open intent. */
  List<Lane> inFlight();

  long count();
}
