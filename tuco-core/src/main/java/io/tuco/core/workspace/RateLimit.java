package io.tuco.core.workspace;

import java.time.Duration;

/**
 * So many requests per period, all of them at once if need be: a token bucket whose burst is the
 * limit (API contract, section 1.3).
 */
public record RateLimit(int limit, Duration period) {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  public RateLimit {
    if (limit < 1 || period.toNanos() < limit) {
      throw new IllegalArgumentException("a limit allows something, and not all the time");
    }
  }

  public static RateLimit perMinute(int limit) {
    return new RateLimit(limit, MINUTE);
  }

  /** How many nanoseconds one request takes to be regained. */
  long spacing() {
    return period.toNanos() / limit;
  }

  /** How many nanoseconds an empty bucket takes to be full. */
  long capacity() {
    return limit * spacing();
  }
}
