package io.tuco.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an endpoint is disabled without being asked (webhook contract, section 5). */
public final class DisableRules {

  /**
   * Since the first failure after the last success, or after somebody made or enabled it. Not since
   * the success itself: an endpoint that heard nothing for a week has not been failing for a week,
   * and a minute's outage in which a dozen events fall must not switch it off.
   */
  static final Duration FAILING_FOR = Duration.ofHours(120);

  /** Attempts failed in a row. */
  public static final int FAILED_ATTEMPTS = 12;

  private static final int GONE = 410;

  private DisableRules() {}

  /** Whether the endpoint says that it wants nothing any more. */
  public static boolean isGone(DeliveryAnswer answer) {
    return answer.statusCode().filter(code -> code == GONE).isPresent();
  }

  /**
   * @param record with the attempt that was answered in this way
   */
  public static Optional<DisableCause> verdict(
      EndpointRecord record, DeliveryAnswer answer, Instant now) {
    if (isGone(answer)) {
      return Optional.of(DisableCause.GONE);
    }
    var isLong =
        record.failingFrom().filter(from -> !now.isBefore(from.plus(FAILING_FOR))).isPresent();
    return !answer.isSuccess() && isLong && record.failures() >= FAILED_ATTEMPTS
        ? Optional.of(DisableCause.FAILING)
        : Optional.empty();
  }
}
