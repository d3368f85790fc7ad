package io.tuco.core.workspace;

import java.time.Instant;
import java.util.Optional;

/**
 * Why nothing leaves through a workspace's own account (Twilio contract, sections 2 and 3).
 *
 * @param reason a sentence for people
 * @param until when that ends by itself; without it, when somebody changes the configuration
 */
public record AccountStop(String reason, Instant since, Optional<Instant> until) {

  public static AccountStop untilChanged(String reason, Instant since) {
    return new AccountStop(reason, since, Optional.empty());
  }

  public boolean isOver(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }
}
