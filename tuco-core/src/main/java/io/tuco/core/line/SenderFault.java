package io.tuco.core.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An answer that showed that a device or account cannot serve anybody.
 *
 * @param reason a sentence for people
 */
public record SenderFault(String reason, Lasts lasts) {

  /** When it may be used again. */
  public enum Lasts {
    /** Once a probe finds it well. */
    UNTIL_PROBED,
    /** After a day: an allowance of the provider's is used up. */
    A_DAY,
    /** Once somebody has changed it: a probe tests less than a send does. */
    UNTIL_CHANGED
  }

  private static final Duration DAY = Duration.ofHours(24);

  /** When it ends by itself. */
  public Optional<Instant> endsAt(Instant now) {
    return lasts == Lasts.A_DAY ? Optional.of(now.plus(DAY)) : Optional.empty();
  }

  public static SenderFault untilProbed(String reason) {
    return new SenderFault(reason, Lasts.UNTIL_PROBED);
  }

  public static SenderFault untilChanged(String reason) {
    return new SenderFault(reason, Lasts.UNTIL_CHANGED);
  }
}
