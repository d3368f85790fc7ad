package io.tuco.core.workspace;

import java.time.Duration;

/**
 * Whether, and for how long, a second send of the same words to the same phone counts as the first
 * one sent again (API contract, section 3).
 *
 * @param enabled on {@code /api}
 * @param onV1 whether on {@code /v1} too, where short equal replies are usual (/v1 contract, 6)
 */
public record DoubleSendGuard(boolean enabled, Duration window, boolean onV1) {

  /** The longest window a workspace may choose: marks are kept no longer. */
  public static final Duration LONGEST = Duration.ofDays(1);

  public DoubleSendGuard {
    if (window.isNegative() || window.isZero() || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a window of more than nothing and at most a day");
    }
  }

  /** One that {@code /v1} does without. */
  public DoubleSendGuard(boolean enabled, Duration window) {
    this(enabled, window, false);
  }

  public static DoubleSendGuard standard() {
    return new DoubleSendGuard(true, Duration.ofSeconds(60));
  }

  public static DoubleSendGuard off() {
    return new DoubleSendGuard(false, standard().window());
  }
}
