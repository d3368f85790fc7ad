package io.tuco.camel.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whether a connection's CRM answers at all. After some failures in a row it is left alone for a
 * while, then one call is its trial. Thread-safe.
 *
 * <p>Own state rather than a library's: theirs wrap a call that a thread waits for, or a route.
 */
final class Breaker {

  private final CrmLimits limits;
  private final RandomGenerator random;
  private int failures;
  private int breaks;
  private Optional<Instant> until = Optional.empty();
  private boolean trial;

  Breaker(CrmLimits limits, RandomGenerator random) {
    this.limits = limits;
    this.random = random;
  }

  /** Until when nobody is to call; empty for one who may. Of those after a break the first may. */
  synchronized Optional<Instant> closedUntil(Instant now) {
    if (until.isEmpty()) {
      return Optional.empty();
    }
    if (now.isBefore(until.get())) {
      return until;
    }
    // The trial's time; whoever comes meanwhile waits for what becomes of it.
    trial = true;
    until = Optional.of(now.plus(limits.call()));
    return Optional.empty();
  }

  /** Whether it was taken for down until now. */
  synchronized boolean succeeded() {
    var was = until.isPresent();
    failures = 0;
    breaks = 0;
    trial = false;
    until = Optional.empty();
    return was;
  }

  /** Whether it is taken for down from now on. */
  synchronized boolean failed(Instant now) {
    failures++;
    var isKnown = until.filter(now::isBefore).isPresent() && !trial;
    if (failures < limits.failures() || isKnown) {
      return false;
    }
    trial = false;
    until = Optional.of(now.plus(pause()));
    breaks++;
    return breaks == 1;
  }

  /** Jittered, so that connections that failed together do not come back together. */
  private Duration pause() {
    var doubled = limits.firstBreak().multipliedBy(1L << Math.min(breaks, 10));
    var most = doubled.compareTo(limits.longestBreak()) < 0 ? doubled : limits.longestBreak();
    return Duration.ofMillis((long) (most.toMillis() * (0.75 + random.nextDouble() / 2)));
  }
}
