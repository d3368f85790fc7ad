package io.tuco.core.dispatch;

import io.tuco.core.timing.RetryPolicy;
import java.time.Duration;

/**
 * The times dispatch goes by.
 *
 * @param textLife how long a text may live on the device before it surfaces or dies
 * @param settleMargin how long after that its absence proves that it did not leave
 */
public record DispatchSettings(RetryPolicy retries, Duration textLife, Duration settleMargin) {

  /** From the last answer to the first byte; a process that slept longer must not send. */
  public static final Duration FRESH = Duration.ofSeconds(5);

  /** Look-ups that may fail in a row, and the pause between them (relay contract, section 4). */
  static final int CHECKS = 3;

  static final Duration CHECK_PAUSE = Duration.ofSeconds(5);

  /** A row that says "timed out" may still turn good for this long. */
  static final Duration TIMEOUT_ROW_LIFE = Duration.ofMinutes(10);

  private static final Duration FIRST_LOOK = Duration.ofSeconds(10);
  static final Duration LAST_LOOK = Duration.ofSeconds(60);

  public static DispatchSettings documented() {
    return new DispatchSettings(
        RetryPolicy.documented(), Duration.ofSeconds(150), Duration.ofSeconds(60));
  }

  /** After this long, absence on the device proves that nothing left. */
  public Duration settledAfter() {
    return textLife.plus(settleMargin);
  }

  /**
   * The pause between two questions about an unknown: 10 s rising to 60 s, less for short lives.
   */
  public Duration lookAgainAfter(Duration age) {
    var first = min(FIRST_LOOK, settledAfter().dividedBy(10));
    return min(LAST_LOOK, max(first, age.dividedBy(2)));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
