package io.tuco.core.workspace;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a send whose outcome stays unknown: it is held until somebody knows, or sent
 * again after this long, at the risk of doubling it.
 */
public record UnknownPolicy(Optional<Duration> resendAfter) {

  public UnknownPolicy {
    if (resendAfter.filter(wait -> wait.isNegative() || wait.isZero()).isPresent()) {
      throw new IllegalArgumentException("nothing is sent again at once");
    }
  }

  public static UnknownPolicy hold() {
    return new UnknownPolicy(Optional.empty());
  }

  public static UnknownPolicy resendAfter(Duration wait) {
    return new UnknownPolicy(Optional.of(wait));
  }
}
