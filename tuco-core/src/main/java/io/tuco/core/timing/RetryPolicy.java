package io.tuco.core.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How often and when a send that provably did not leave is tried again (API contract, section 4.3;
 * settled answer 14 for e-mail).
 *
 * @param attempts at most, the first one included
 * @param gaps after the first, the second attempt and so on; the last one repeats
 * @param jitter how far a gap may be off either way, as a part of it: 0.2 is a fifth
 */
public record RetryPolicy(int attempts, List<Duration> gaps, double jitter) {

  private static final int STEPS = 10_000;

  public RetryPolicy {
    gaps = List.copyOf(gaps);
    if (attempts < 1 || gaps.isEmpty() || gaps.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("at least one attempt, and no negative gap");
    }
    if (jitter < 0 || jitter >= 1) {
      throw new IllegalArgumentException("a jitter is a part of the gap");
    }
  }

  public static RetryPolicy every(Duration gap, int attempts) {
    return new RetryPolicy(attempts, List.of(gap), 0);
  }

  public static RetryPolicy documented() {
    return every(Duration.ofSeconds(60), 5);
  }

  /** Five attempts, 1, 5, 15 and 60 minutes apart, each a fifth more or less. */
  public static RetryPolicy documentedForMail() {
    return new RetryPolicy(
        5,
        List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60)),
        0.2);
  }

  /**
   * When to try again after {@code made} attempts; empty when they are used up.
   *
   * @param salt what makes this message's jitter its own, such as the id of the last send
   */
  public Optional<Instant> after(int made, Instant now, String salt) {
    if (made >= attempts) {
      return Optional.empty();
    }
    var gap = gaps.get(Math.min(Math.max(made, 1), gaps.size()) - 1);
    var place = Math.floorMod(salt.hashCode(), 2 * STEPS + 1) - STEPS;
    return Optional.of(now.plusMillis(Math.round(gap.toMillis() * (1 + jitter * place / STEPS))));
  }
}
