package io.tuco.core.store;

import java.time.Instant;
import java.util.Set;

/**
 * A claim of deliveries that are due.
 *
 * @param id of this claim and no other, on any node
 * @param lostAt until then nobody else gets them
 * @param passedOver endpoints that have no room for more here
 */
public record DueClaim(String id, Instant now, Instant lostAt, int limit, Set<String> passedOver) {

  public DueClaim {
    passedOver = Set.copyOf(passedOver);
  }
}
