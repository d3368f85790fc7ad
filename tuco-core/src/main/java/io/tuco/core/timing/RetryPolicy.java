package io.tuco.core.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often and when a send that provably did not leave is tried again (API contract, section 4.3).
 *
 * @param attempts at most, the first one included
 * @param gap between two of them
 */
public record RetryPolicy(int attempts, Duration gap) {

  public RetryPolicy {
    if (attempts < 1 || gap.isNegative()) {
      throw new IllegalArgumentException("at least one attempt, and no negative gap");
    }
  }

  public static RetryPolicy documented() {
    return new RetryPolicy(5, Duration.ofSeconds(60));
  }

  /** When to try again after {@code made} attempts; empty when they are used up. */
  public Optional<Instant> after(int made, Instant now) {
    return made < attempts ? Optional.of(now.plus(gap)) : Optional.empty();
  }
}
