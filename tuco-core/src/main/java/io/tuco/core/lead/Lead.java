package io.tuco.core.lead;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.message.CrmIds;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A person of a workspace. A value; every change makes a new one.
 *
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
    Optional<LeadAvailability> availability,
    Instant createdAt,
    Instant updatedAt) {

  public Lead {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(workspaceId, "workspaceId");
  }

  /** A lead made by the send call itself, kept in the Quick Sends list. */
  public static Lead fromSend(
      String id,
      String workspaceId,
      PersonName name,
      LeadAddresses addresses,
      String quickSendsListId,
      CrmIds crm,
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

  public Lead withAddresses(LeadAddresses changed, Instant now) {
    return with(changed, integrationIds, now);
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
        availability,
        createdAt,
        now);
  }
}
