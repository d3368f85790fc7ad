package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadAddresses;
import io.tuco.core.lead.LeadList;
import io.tuco.core.lead.PersonName;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Member;
import java.time.Instant;
import java.util.Optional;

/** Gives every accepted message its lead (API contract, section 2.2). */
final class LeadLinking {

  private final Stores stores;
  private final IdGenerator ids;

  LeadLinking(Stores stores, IdGenerator ids) {
    this.stores = stores;
    this.ids = ids;
  }

  /** The lead, enriched or new; empty when a rival took its address or deleted it meanwhile. */
  Optional<Lead> link(SubmissionReading reading, Optional<Lead> known, Instant now) {
    if (known.isEmpty()) {
      var workspaceId = reading.submission().access().workspace().id();
      var list = stores.leads().quickSends(workspaceId, now);
      return stores.leads().create(newLead(reading, list, now));
    }
    var before = known.get();
    var after = enriched(before, reading, now);
    return after == before ? known : stores.leads().update(after);
  }

  /** The lead as it would be then; nothing of it is stored. */
  Lead preview(SubmissionReading reading, Optional<Lead> known, Instant now) {
    var workspaceId = reading.submission().access().workspace().id();
    return known
        .map(before -> enriched(before, reading, now))
        .orElseGet(() -> newLead(reading, LeadList.quickSends(workspaceId, now), now));
  }

  private static Lead enriched(Lead before, SubmissionReading reading, Instant now) {
    return before.enrichedBy(
        reading.altPhones(), reading.altEmails(), reading.submission().words().crm(), now);
  }

  private Lead newLead(SubmissionReading reading, LeadList list, Instant now) {
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
            now)
        .ownedBy(owner(reading, workspaceId));
  }

  /** The named member, else the workspace's first (API contract, section 2.1). */
  private Optional<String> owner(SubmissionReading reading, String workspaceId) {
    var named = reading.submission().words().contactOwnerEmail().map(String::strip);
    return named
        .flatMap(email -> memberWith(workspaceId, email))
        .or(() -> stores.members().first(workspaceId))
        .map(member -> member.email().value());
  }

  private Optional<Member> memberWith(String workspaceId, String email) {
    return stores
        .members()
        .page(workspaceId, new PageRequest(1, PageRequest.MAX_LIMIT))
        .items()
        .stream()
        .filter(member -> member.email().value().equalsIgnoreCase(email))
        .findFirst();
  }
}
