package io.tuco.camel.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Whether a connection's CRM answers at all. After some failures in a row it is left alone for a
 * while, then one call is its trial, and only what becomes of the trial lengthens or ends the
 * break. Thread-safe.
 *
 * <p>Own state rather than a library's: theirs wrap a call that a thread waits for, or a route.
 */
final class Breaker {

  /** How soon to look again whether a trial has shown that the CRM is back. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** What one who wants to call is told. */
  sealed interface Door {

    /** Leave to call; the outcome is to be told, or that there was none. */
    record Open(Leave leave) implements Door {}

    /** Nobody is to call before then. */
    record Shut(Instant until) implements Door {}
  }

  /**
   * @param spell between two breaks, or one break: what was begun in an earlier one says nothing of
   *     this one
   */
  record Leave(long spell, boolean isTrial) {}

  private enum State {
    CLOSED,
    BROKEN,
    ON_TRIAL
  }

  private final CrmLimits limits;
  private final RandomGenerator random;
  private State state = State.CLOSED;
  private long spell;
  private int failures;
  private int breaks;
  private Instant until = Instant.EPOCH;

  Breaker(CrmLimits limits, RandomGenerator random) {
    this.limits = limits;
    this.random = random;
  }

  synchronized Door ask(Instant now) {
    if (state == State.CLOSED) {
      return new Door.Open(new Leave(spell, false));
    }
    if (now.isBefore(until)) {
      var look = now.plus(LOOK);
      return new Door.Shut(state == State.ON_TRIAL && look.isBefore(until) ? look : until);
    }
    state = State.ON_TRIAL;
    // By then it has ended; one that is not heard of again must not keep the door shut.
    until = now.plus(limits.patience()).plus(limits.call());
    spell++;
    return new Door.Open(new Leave(spell, true));
  }

  /** Outside of the order: neither waits for a break nor ends one. */
  synchronized Leave aside() {
    return new Leave(spell, false);
  }

  /** Whether it is taken for down, be it on trial. */
  synchronized boolean isDown() {
    return state != State.CLOSED;
  }

  /** Whether it was taken for down until now. An answer to whoever asked shows that it is not. */
  synchronized boolean succeeded() {
    var wasDown = state != State.CLOSED;
    state = State.CLOSED;
    failures = 0;
    breaks = 0;
    return wasDown;
  }

  /** Whether a break begins. */
  synchronized boolean failed(Leave leave, Instant now) {
    if (leave.spell() != spell || (state != State.CLOSED && !leave.isTrial())) {
      return false;
    }
    failures++;
    if (state == State.CLOSED && failures < limits.failures()) {
      return false;
    }
    state = State.BROKEN;
    until = now.plus(pause());
    spell++;
    breaks++;
    return true;
  }

  /** A trial that led to no call: whoever comes next is the trial. */
  synchronized void returned(Leave leave, Instant now) {
    if (leave.isTrial() && leave.spell() == spell && state == State.ON_TRIAL) {
      state = State.BROKEN;
      until = now;
    }
  }

  /** Jittered, so that connections that failed together do not come back together. */
  private Duration pause() {
    var doubled = limits.firstBreak().multipliedBy(1L << Math.min(breaks, 10));
    var most = doubled.compareTo(limits.longestBreak()) < 0 ? doubled : limits.longestBreak();
    return Duration.ofMillis((long) (most.toMillis() * (0.75 + random.nextDouble() / 2)));
  }
}
