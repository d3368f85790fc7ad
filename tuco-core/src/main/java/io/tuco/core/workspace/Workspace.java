package io.tuco.core.workspace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A tenant.
 *
 * @param id {@code org_…}
 * @param zone the zone of its working days
 * @param defaultRegion ISO 3166 alpha-2, for numbers without a country code
 * @param readOnlyReason present while writes are refused with 402
 */
public record Workspace(
    String id,
    String name,
    ZoneId zone,
    String defaultRegion,
    Optional<String> readOnlyReason,
    RateLimits rateLimits,
    Instant createdAt,
    Instant updatedAt) {

  public boolean isReadOnly() {
    return readOnlyReason.isPresent();
  }
}
