package io.tuco.core.simulation.log;

import java.time.Duration;
import java.time.Instant;

/**
 * An instant of a run, on both clocks.
 *
 * @param step counts what happened: it tells the order where the clock stood still
 * @param nanos since the run began, on a clock that never jumps
 * @param wall what the servers' wall clock showed
 */
public record Moment(long step, long nanos, Instant wall) {

  public boolean isBefore(Moment other) {
    return step < other.step;
  }

  /** The true time from {@code earlier} to here, whatever the wall clock did. */
  public Duration since(Moment earlier) {
    return Duration.ofNanos(nanos - earlier.nanos);
  }
}
