package io.tuco.core.lead;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.CrmIds;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person of a workspace. A value; every change makes a new one.
 *
 * @param firstMessageId the message that it was made for, where a send made it
 * @param availability what the last look-up found; only a look-up changes it, never a change of the
 *     lead
 */
public record Lead(
    String id,
    String workspaceId,
    PersonName name,
    LeadAddresses addresses,
    LeadProfile profile,
    String listId,
    LeadSource source,
    Optional<String> contactOwnerEmail,
    IntegrationIds integrationIds,
    LeadAliases aliases,
    Optional<String> firstMessageId,
    Optional<LeadAvailability> availability,
    Instant createdAt,
    Instant updatedAt) {

  public Lead {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(workspaceId, "workspaceId");
  }

  /** A lead made by the send call itself, for its message, kept in the Quick Sends list. */
  public static Lead fromSend(
      String id,
      String workspaceId,
      PersonName name,
      LeadAddresses addresses,
      String quickSendsListId,
      CrmIds crm,
      String messageId,
      Instant now) {
    return new Lead(
        id,
        workspaceId,
        name,
        addresses,
        LeadProfile.empty(),
        quickSendsListId,
        LeadSource.API,
        Optional.empty(),
        IntegrationIds.none().completedBy(crm),
        LeadAliases.none(),
        Optional.of(messageId),
        Optional.empty(),
        now,
        now);
  }

  /** A lead of whom nothing is known yet but where it comes from. */
  public static Lead unknown(
      String id, String workspaceId, String listId, LeadSource source, Instant now) {
    return new Lead(
        id,
        workspaceId,
        PersonName.unknown(),
        LeadAddresses.of(Optional.empty(), Optional.empty()),
        LeadProfile.empty(),
        listId,
        source,
        Optional.empty(),
        IntegrationIds.none(),
        LeadAliases.none(),
        Optional.empty(),
        Optional.empty(),
        now,
        now);
  }

  /** This lead as the request wants it; the contact owner is not changed. */
  public Lead changedBy(LeadChange change, Instant now) {
    return new Lead(
        id,
        workspaceId,
        new PersonName(
            change.firstName().after(name.first()), change.lastName().after(name.last())),
        change.addresses().after(addresses),
        change.profile().after(profile),
        listId,
        source,
        contactOwnerEmail,
        integrationIds.completedBy(change.crm()),
        aliases,
        firstMessageId,
        availability,
        createdAt,
        now);
  }

  /**
   * This lead with what a request brought: given alternates are set, absent ones stay; CRM ids are
   * set where missing. Returns {@code this} when nothing changes.
   */
  public Lead enrichedBy(
      Alternates<PhoneNumber> phones, Alternates<EmailAddress> emails, CrmIds crm, Instant now) {
    var merged = addresses.mergeAlternates(phones, emails);
    var ids = integrationIds.completedBy(crm);
    if (merged.equals(addresses) && ids.equals(integrationIds)) {
      return this;
    }
    return with(merged, ids, now);
  }

  /**
   * This lead as somebody met it: a name is set when it has none, ids where they are missing; what
   * differs from its own becomes an alias (API contract, section 2.6). Returns {@code this} when
   * nothing changes.
   */
  public Lead metAs(PersonName arrived, CrmIds crm, Instant now) {
    var own = name.full().isPresent() ? name : arrived;
    var ids = integrationIds.completedBy(crm);
    var seen = aliases.seeing(arrived, crm, own, ids, now);
    if (own.equals(name) && ids.equals(integrationIds) && seen.equals(aliases)) {
      return this;
    }
    return new Lead(
        id,
        workspaceId,
        own,
        addresses,
        profile,
        listId,
        source,
        contactOwnerEmail,
        ids,
        seen,
        firstMessageId,
        availability,
        createdAt,
        now);
  }

  /** Every GHL record that the person is known under, the lead's own first. */
  public List<String> ghlRecordIds() {
    return Stream.concat(integrationIds.ghlRecordId().stream(), aliases.ghlRecordIds().stream())
        .distinct()
        .toList();
  }

  /** Whether the lead is there for that message alone, which therefore met nobody who was known. */
  public boolean wasMadeFor(String messageId) {
    return firstMessageId.filter(messageId::equals).isPresent();
  }

  public Lead withAddresses(LeadAddresses changed, Instant now) {
    return with(changed, integrationIds, now);
  }

  /** This lead as the CRMs know it now. */
  public Lead knownAs(IntegrationIds ids, Instant now) {
    return ids.equals(integrationIds) ? this : with(addresses, ids, now);
  }

  public Lead ownedBy(Optional<String> email) {
    return new Lead(
        id,
        workspaceId,
        name,
        addresses,
        profile,
        listId,
        source,
        email,
        integrationIds,
        aliases,
        firstMessageId,
        availability,
        createdAt,
        updatedAt);
  }

  public Lead inList(String list) {
    return new Lead(
        id,
        workspaceId,
        name,
        addresses,
        profile,
        list,
        source,
        contactOwnerEmail,
        integrationIds,
        aliases,
        firstMessageId,
        availability,
        createdAt,
        updatedAt);
  }

  public Lead found(LeadAvailability status) {
    return new Lead(
        id,
        workspaceId,
        name,
        addresses,
        profile,
        listId,
        source,
        contactOwnerEmail,
        integrationIds,
        aliases,
        firstMessageId,
        Optional.of(status),
        createdAt,
        updatedAt);
  }

  private Lead with(LeadAddresses where, IntegrationIds ids, Instant now) {
    return new Lead(
        id,
        workspaceId,
        name,
        where,
        profile,
        listId,
        source,
        contactOwnerEmail,
        ids,
        aliases,
        firstMessageId,
        availability,
        createdAt,
        now);
  }
}
