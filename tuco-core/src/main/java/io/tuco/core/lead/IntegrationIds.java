package io.tuco.core.lead;

import io.tuco.core.message.CrmIds;
import java.util.Optional;

/**
 * The lead's ids in the CRMs: set when missing, never overwritten (API contract, section 2.6).
 *
 * @param hubspotPortalId whose record {@code hubspotRecordId} is, where that is known; of the
 *     messages' ids, never shown on the lead
 */
public record IntegrationIds(
    Optional<String> ghlRecordId,
    Optional<String> ghlLocationId,
    Optional<String> hubspotRecordId,
    Optional<String> hubspotPortalId) {

  public static IntegrationIds none() {
    return new IntegrationIds(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public IntegrationIds completedBy(CrmIds given) {
    return new IntegrationIds(
        ghlRecordId.or(given::ghlContactId),
        ghlLocationId.or(given::ghlLocationId),
        hubspotRecordId.or(given::hsContactId),
        hubspotPortalId.or(() -> isOfOtherRecord(given) ? Optional.empty() : given.hsPortalId()));
  }

  /** A portal says nothing of a record that is another's. */
  private boolean isOfOtherRecord(CrmIds given) {
    return given.hsContactId().isEmpty()
        || hubspotRecordId.filter(own -> !given.hsContactId().equals(Optional.of(own))).isPresent();
  }

  /** Without this GHL record; a location says nothing alone. */
  public IntegrationIds withoutGhl(String recordId) {
    return ghlRecordId.filter(recordId::equals).isEmpty()
        ? this
        : new IntegrationIds(Optional.empty(), Optional.empty(), hubspotRecordId, hubspotPortalId);
  }

  /** Without this HubSpot record. */
  public IntegrationIds withoutHubspot(String recordId) {
    return hubspotRecordId.filter(recordId::equals).isEmpty()
        ? this
        : new IntegrationIds(ghlRecordId, ghlLocationId, Optional.empty(), Optional.empty());
  }

  public CrmIds asCrmIds() {
    return new CrmIds(ghlRecordId, ghlLocationId, hubspotRecordId, hubspotPortalId);
  }
}
