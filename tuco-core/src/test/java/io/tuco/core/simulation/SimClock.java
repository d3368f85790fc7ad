package io.tuco.core.simulation;

import io.tuco.core.simulation.log.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Both clocks of a run: a wall clock that can be set, and a monotonic one that cannot. Time passes
 * when the agenda says so.
 */
final class SimClock extends Clock {

  private final Instant start;
  private long nanos;
  private Duration ahead = Duration.ZERO;
  private long steps;

  SimClock(Instant start) {
    this.start = start;
  }

  long nanos() {
    return nanos;
  }

  void jumpTo(long instant) {
    if (instant < nanos) {
      throw new IllegalStateException("time runs backwards");
    }
    nanos = instant;
  }

  /** Sets the servers' wall clock; devices keep their own time. */
  void step(Duration by) {
    ahead = ahead.plus(by);
  }

  /** How far the servers' wall clock is ahead of the devices'. */
  Duration ahead() {
    return ahead;
  }

  /** The devices' own wall clock. */
  Instant deviceTime() {
    return start.plusNanos(nanos);
  }

  Moment moment() {
    steps++;
    return new Moment(steps, nanos, instant());
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos).plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
