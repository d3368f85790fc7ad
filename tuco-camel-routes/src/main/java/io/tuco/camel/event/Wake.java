package io.tuco.camel.event;

import io.tuco.core.event.Delivery;
import java.time.Instant;
import java.util.Optional;

/**
 * A hint that a delivery may be due. Losing one costs lateness only: the store knows what is due.
 *
 * @param claim of whoever made or swept the delivery; without it, it is claimed by its key
 */
record Wake(String key, Optional<Claim> claim) {

  /** A delivery that is ours until {@code lostAt}. */
  record Claim(Delivery delivery, Instant lostAt) {

    boolean lastsUntil(Instant end) {
      return !lostAt.isBefore(end);
    }
  }

  static Wake of(String key) {
    return new Wake(key, Optional.empty());
  }

  static Wake claimed(Delivery delivery, Instant lostAt) {
    return new Wake(delivery.key(), Optional.of(new Claim(delivery, lostAt)));
  }

  /** Until when it may be due and still be ours to claim: nobody else gets what we hold. */
  Instant dueAt(Instant now) {
    return claim.map(Claim::lostAt).filter(now::isBefore).orElse(now);
  }

  /** The endpoint's part of the key, which is {@code eventId:endpointId}. */
  String endpointId() {
    return key.substring(key.indexOf(':') + 1);
  }
}
