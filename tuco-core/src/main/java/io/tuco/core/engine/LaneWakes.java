package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.LaneSlot;
import io.tuco.core.dispatch.LaneWheel;
import io.tuco.core.message.Message;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts lanes on the wheel, each with as many slots as it may have sends in flight. */
public final class LaneWakes {

  private final LaneWheel wheel;
  private final LaneTurns turns;
  private final DispatchSettings settings;
  private final LongSupplier nanos;

  public LaneWakes(
      LaneWheel wheel, LaneTurns turns, DispatchSettings settings, LongSupplier nanos) {
    this.wheel = wheel;
    this.turns = turns;
    this.settings = settings;
    this.nanos = nanos;
  }

  /** Something may be new in the lane. */
  public void wake(String laneId) {
    turns.expectMore(laneId);
    keys(laneId).forEach(key -> wheel.wake(key, nanos.getAsLong()));
  }

  /** This message was accepted for the lane, on this node. */
  public void wakeFor(String laneId, Message accepted) {
    turns.expect(laneId, accepted);
    keys(laneId).forEach(key -> wheel.wake(key, nanos.getAsLong()));
  }

  /** Makes sure that the lane is looked at some time. */
  void ensure(String laneId) {
    keys(laneId).forEach(key -> wheel.ensure(key, nanos.getAsLong()));
  }

  /** Whether a slot of the lane could look at it and does not before {@code until}. */
  boolean oversleeps(String laneId, long until) {
    return keys(laneId).anyMatch(key -> wheel.oversleeps(key, until) || wheel.isIdle(key));
  }

  private Stream<String> keys(String laneId) {
    return IntStream.range(0, settings.slotsOf(laneId))
        .mapToObj(slot -> new LaneSlot(laneId, slot).key());
  }
}
