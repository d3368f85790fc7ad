package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAddresses;
import io.tuco.core.lead.LeadList;
import io.tuco.core.lead.PersonName;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;

/** Gives every accepted message its lead (API contract, section 2.2). */
final class LeadLinking {

  private final Stores stores;
  private final ContactOwners owners;
  private final IdGenerator ids;

  LeadLinking(Stores stores, IdGenerator ids) {
    this.stores = stores;
    this.owners = new ContactOwners(stores);
    this.ids = ids;
  }

  /**
   * The lead, enriched or new; empty when a rival took its address or deleted it meanwhile.
   *
   * @param messageId of the message that is to be stored
   */
  Optional<Lead> link(
      SubmissionReading reading, Optional<Lead> known, String messageId, Instant now) {
    if (known.isEmpty()) {
      var workspaceId = reading.submission().access().workspace().id();
      var list = stores.leadLists().quickSends(workspaceId, now);
      return stores.leads().create(newLead(reading, list, messageId, now));
    }
    var before = known.get();
    var after = enriched(before, reading, now);
    return after == before
        ? known
        : stores
            .leads()
            .change(before.workspaceId(), before.id(), lead -> enriched(lead, reading, now));
  }

  /** Whether the call tells nothing new of the lead, so that linking it writes nothing. */
  boolean isLinked(SubmissionReading reading, Lead known, Instant now) {
    return enriched(known, reading, now) == known;
  }

  /** The lead as it would be then; nothing of it is stored. */
  Lead preview(SubmissionReading reading, Optional<Lead> known, String messageId, Instant now) {
    var workspaceId = reading.submission().access().workspace().id();
    return known
        .map(before -> enriched(before, reading, now))
        .orElseGet(() -> newLead(reading, LeadList.quickSends(workspaceId, now), messageId, now));
  }

  private static Lead enriched(Lead before, SubmissionReading reading, Instant now) {
    var crm = reading.submission().words().crm();
    var enriched = before.enrichedBy(reading.altPhones(), reading.altEmails(), crm, now);
    // Who names a lead may send to somebody else under it: that is no other name of the lead.
    return reading.leadId().isPresent()
        ? enriched
        : enriched.metAs(
            reading.recipient().name().map(PersonName::split).orElseGet(PersonName::unknown),
            crm,
            now);
  }

  private Lead newLead(SubmissionReading reading, LeadList list, String messageId, Instant now) {
    var workspaceId = reading.submission().access().workspace().id();
    var recipient = reading.recipient();
    var addresses =
        LeadAddresses.of(recipient.phone(), recipient.email())
            .mergeAlternates(reading.altPhones(), reading.altEmails());
    return Lead.fromSend(
            ids.objectId(),
            workspaceId,
            recipient.name().map(PersonName::split).orElseGet(PersonName::unknown),
            addresses,
            list.id(),
            reading.submission().words().crm(),
            messageId,
            now)
        .ownedBy(owners.of(workspaceId, reading.submission().words().contactOwnerEmail()));
  }
}
