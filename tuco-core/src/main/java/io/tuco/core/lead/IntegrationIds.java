package io.tuco.core.lead;

import io.tuco.core.message.CrmIds;
import java.util.Optional;

/** The lead's ids in the CRMs: set when missing, never overwritten (API contract, section 2.6). */
public record IntegrationIds(
    Optional<String> ghlRecordId,
    Optional<String> ghlLocationId,
    Optional<String> hubspotRecordId) {

  public static IntegrationIds none() {
    return new IntegrationIds(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public IntegrationIds completedBy(CrmIds given) {
    return new IntegrationIds(
        ghlRecordId.or(given::ghlContactId),
        ghlLocationId.or(given::ghlLocationId),
        hubspotRecordId.or(given::hsContactId));
  }

  public CrmIds asCrmIds() {
    return new CrmIds(ghlRecordId, ghlLocationId, hubspotRecordId, Optional.empty());
  }
}
