package io.tuco.core.event;

import java.util.Objects;
import java.util.Optional;

/**
 * What an endpoint of {@code /v1} hears: what happens on one line.
 *
 * @param userId whose key it was made with; on the sandbox line it hears of that account's phone
 */
public record LineSubscription(String lineId, Optional<String> userId) {

  public LineSubscription {
    Objects.requireNonNull(lineId, "lineId");
    Objects.requireNonNull(userId, "userId");
  }
}
