package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.Address;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadList;
import io.tuco.core.lead.LeadSource;
import io.tuco.core.message.CrmIds;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes contacts of a CRM into the workspace's leads: the lead that has the contact's id, else one
 * of its addresses, else a new one in the CRM's own list; never a second one (settled 25). Taking
 * the same contact again changes nothing. Thread-safe.
 *
 * <p>A lead that is the contact follows the CRM: what it says replaces, what it leaves out stays,
 * tags are added, and an address is never lost. A lead that only shares an address is completed. An
 * opt-out is stored before the lead, so that nobody is met between the two.
 */
public final class ContactIntake {

  private static final int RIVALS = 50;
  private static final String REGION = "US";

  /**
   * What became of a contact.
   *
   * @param lead empty when it has no address that anybody could write to, and is nobody's
   */
  public record Taken(Optional<Lead> lead, boolean isNew) {}

  private final Stores stores;
  private final ContactOwners owners;
  private final IdGenerator ids;

  public ContactIntake(Stores stores, IdGenerator ids) {
    this.stores = stores;
    this.owners = new ContactOwners(stores);
    this.ids = ids;
  }

  /**
   * Takes one contact.
   *
   * @param owner e-mail of whom the CRM names as its owner, where that is known
   */
  public Taken take(
      Connection connection, CrmContact contact, Optional<String> owner, Instant now) {
    return of(connection, now).take(contact, owner);
  }

  /** For many contacts of one connection: what they share is read once. */
  public Page of(Connection connection, Instant now) {
    var region =
        stores
            .workspaces()
            .find(connection.workspaceId())
            .map(Workspace::defaultRegion)
            .orElse(REGION);
    return new Page(connection, region, list(connection, now), now);
  }

  private LeadList list(Connection connection, Instant now) {
    var list =
        LeadList.named(
            connection.workspaceId(),
            connection.name().orElseGet(() -> ContactNames.listOf(connection.crm())),
            "Contacts of " + ContactNames.listOf(connection.crm()),
            now);
    if (stores.leadLists().find(list.workspaceId(), list.id()).isEmpty()) {
      stores.leadLists().insert(list);
    }
    return list;
  }

  /** Takes contacts that were read together. */
  public final class Page {

    private final Connection connection;
    private final String workspaceId;
    private final String region;
    private final LeadList list;
    private final Instant now;

    private Page(Connection connection, String region, LeadList list, Instant now) {
      this.connection = connection;
      this.workspaceId = connection.workspaceId();
      this.region = region;
      this.list = list;
      this.now = now;
    }

    public Taken take(CrmContact contact, Optional<String> owner) {
      var addresses = ContactAddresses.of(contact, region);
      contact.optedOut().ifPresent(reason -> stop(addresses, reason));
      for (var rival = 0; rival < RIVALS; rival++) {
        var outcome = taken(contact, addresses, owner);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      throw new IllegalStateException("a contact's address changed hands " + RIVALS + " times");
    }

    /** Empty when somebody else was faster: look again. */
    private Optional<Taken> taken(
        CrmContact contact, ContactAddresses addresses, Optional<String> owner) {
      var crm = ContactNames.of(connection, contact.id());
      var known = linked(crm).or(() -> sharing(addresses));
      if (known.isPresent()) {
        return followed(known.get(), contact, addresses, owner)
            .map(lead -> new Taken(Optional.of(lead), false));
      }
      return addresses.isEmpty()
          ? Optional.of(new Taken(Optional.empty(), false))
          : made(contact, addresses, owner, crm).map(lead -> new Taken(Optional.of(lead), true));
    }

    private Optional<Lead> linked(CrmIds crm) {
      return crm.ghlContactId()
          .flatMap(id -> stores.leads().findByGhlContact(workspaceId, id))
          .or(
              () ->
                  crm.hsContactId()
                      .flatMap(id -> stores.leads().findByHubspotContact(workspaceId, id))
                      .filter(lead -> ContactNames.isOfAccount(lead, crm)));
    }

    private Optional<Lead> sharing(ContactAddresses addresses) {
      return addresses.all().stream()
          .flatMap(address -> stores.leads().findByAddress(workspaceId, address).stream())
          .findFirst();
    }

    private Optional<Lead> made(
        CrmContact contact, ContactAddresses addresses, Optional<String> owner, CrmIds crm) {
      var lead =
          Lead.unknown(
              ids.objectId(),
              workspaceId,
              list.id(),
              LeadSource.parse(connection.crm()).orElse(LeadSource.API),
              now);
      return stores
          .leads()
          .create(
              new ContactMerge(contact, addresses, connection.mapping(), crm, now)
                  .followed(lead)
                  .ownedBy(owners.of(workspaceId, owner)));
    }

    private Optional<Lead> followed(
        Lead known, CrmContact contact, ContactAddresses addresses, Optional<String> owner) {
      var free = addresses.keeping(address -> isFreeFor(known, address));
      var merge =
          new ContactMerge(
              contact, free, connection.mapping(), ContactNames.of(connection, contact.id()), now);
      var owned = owner.flatMap(this::member);
      return stores.leads().change(workspaceId, known.id(), lead -> merge.into(lead, owned));
    }

    /** Nobody else takes over a lead that has an owner. */
    private Optional<String> member(String email) {
      return owners.of(workspaceId, Optional.of(email)).filter(email.strip()::equalsIgnoreCase);
    }

    private boolean isFreeFor(Lead lead, Address address) {
      return lead.addresses().all().contains(address)
          || stores
              .leads()
              .findByAddress(workspaceId, address)
              .filter(holder -> !holder.id().equals(lead.id()))
              .isEmpty();
    }

    private void stop(ContactAddresses addresses, String reason) {
      addresses
          .all()
          .forEach(
              address ->
                  stores
                      .doNotContact()
                      .add(
                          new DoNotContact(
                              ids.objectId(),
                              workspaceId,
                              address,
                              Optional.of(reason),
                              DoNotContact.Source.CRM,
                              now)));
    }
  }
}
