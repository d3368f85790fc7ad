package io.tuco.core.dispatch;

import java.time.Instant;
import java.util.Optional;

/**
 * A rule that holds a message back now.
 *
 * @param reason the documented text (API contract, section 2.3)
 * @param since when the rule began to hold, as far as it can be told
 * @param until the earliest instant at which it may let go; empty when nobody knows
 * @param detail one sentence that names the rule, its zone and its local time
 */
public record Hold(
    HeldBy by, String reason, Optional<Instant> since, Optional<Instant> until, String detail) {

  /** Whether a line's day is used up; what is accepted then is scheduled for another one. */
  public boolean isDailyCap() {
    return by == HeldBy.DAILY_NEW_LIMIT || by == HeldBy.DAILY_TOTAL_LIMIT;
  }
}
