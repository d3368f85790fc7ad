package io.tuco.core.message;

import java.util.Optional;

/** The CRM ids of one request, echoed in answers and events (API contract, section 2.6). */
public record CrmIds(
    Optional<String> ghlContactId,
    Optional<String> ghlLocationId,
    Optional<String> hsContactId,
    Optional<String> hsPortalId) {

  public static CrmIds none() {
    return new CrmIds(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** These ids, and where one is missing, the other's. */
  public CrmIds or(CrmIds other) {
    return new CrmIds(
        ghlContactId.or(other::ghlContactId),
        ghlLocationId.or(other::ghlLocationId),
        hsContactId.or(other::hsContactId),
        hsPortalId.or(other::hsPortalId));
  }
}
