package io.tuco.camel.standalone.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Notices that nobody has asked anything for a while. Idleness is added up look by look, and one
 * look adds no more than a tenth of the limit: a computer that slept for the night must not find
 * its simulator gone before the server had a chance to ask again.
 */
final class IdleWatch {

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final int SHARES = 10;

  private final Clock clock;
  private final Duration limit;
  private Duration idle = Duration.ZERO;
  private Instant lastLook;

  IdleWatch(Clock clock, Duration limit) {
    this.clock = clock;
    this.limit = limit;
    this.lastLook = clock.instant();
  }

  /** How often to look, in real time. */
  Duration pause() {
    return shorter(limit.dividedBy(SHARES), LONGEST_PAUSE).plusMillis(1);
  }

  void asked() {
    idle = Duration.ZERO;
    lastLook = clock.instant();
  }

  boolean looksIdle() {
    var now = clock.instant();
    var passed = Duration.between(lastLook, now);
    lastLook = now;
    idle = passed.isNegative() ? idle : idle.plus(shorter(passed, limit.dividedBy(SHARES)));
    return idle.compareTo(limit) >= 0;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
