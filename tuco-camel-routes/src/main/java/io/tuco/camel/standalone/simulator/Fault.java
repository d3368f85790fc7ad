package io.tuco.camel.standalone.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fault that is armed.
 *
 * @param times how many more requests it strikes; {@link #ALWAYS} until it is cleared
 * @param until when it ends by itself
 * @param delay how long a stalled answer takes
 * @param leaving whether and when the struck message leaves
 */
record Fault(
    FaultKind kind, Aim aim, int times, Optional<Instant> until, Duration delay, Leaving leaving) {

  static final int ALWAYS = Integer.MAX_VALUE;

  boolean isOver(Instant now) {
    return times == 0 || until.filter(end -> !now.isBefore(end)).isPresent();
  }

  Fault struckOnce() {
    return times == ALWAYS ? this : new Fault(kind, aim, times - 1, until, delay, leaving);
  }

  /** When the message leaves, seen from the answer. */
  enum Leaving {
    BEFORE_THE_ANSWER,
    /** At the end of the stall, even if the caller has given up. */
    WITH_THE_ANSWER,
    NEVER
  }

  /** Whom a fault strikes; what is not said matches everybody. */
  record Aim(Optional<String> device, Optional<String> address) {

    static Aim of(String device, String address) {
      return new Aim(Optional.of(device), Optional.of(address));
    }

    boolean covers(Aim actual) {
      return agrees(device, actual.device())
          && agrees(address.map(ChatGuid::key), actual.address().map(ChatGuid::key));
    }

    private static boolean agrees(Optional<String> wanted, Optional<String> actual) {
      return wanted.isEmpty() || actual.isEmpty() || wanted.equals(actual);
    }
  }
}
