package io.tuco.core.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When an endpoint is disabled without being asked (webhook contract, section 5). */
public final class DisableRules {

  /** Since the last success, the first attempt or the last time somebody enabled it. */
  static final Duration FAILING_FOR = Duration.ofHours(120);

  /** Attempts failed in a row. */
  public static final int FAILED_ATTEMPTS = 12;

  private static final int GONE = 410;

  private DisableRules() {}

  /**
   * @param record with the attempt that was answered in this way
   */
  public static Optional<DisableCause> verdict(
      EndpointRecord record, DeliveryAnswer answer, Instant now) {
    if (answer.statusCode().filter(code -> code == GONE).isPresent()) {
      return Optional.of(DisableCause.GONE);
    }
    var isLong =
        record.clockFrom().filter(from -> !now.isBefore(from.plus(FAILING_FOR))).isPresent();
    return !answer.isSuccess() && isLong && record.failures() >= FAILED_ATTEMPTS
        ? Optional.of(DisableCause.FAILING)
        : Optional.empty();
  }
}
