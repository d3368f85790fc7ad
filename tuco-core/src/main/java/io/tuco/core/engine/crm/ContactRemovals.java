package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.lead.Lead;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;

/** A contact is gone from its CRM: the lead stays, what ties the two goes. */
final class ContactRemovals {

  private final Stores stores;

  ContactRemovals(Stores stores) {
    this.stores = stores;
  }

  void removed(Connection connection, String contactId, Instant now) {
    stores.contactLinks().unlink(connection.workspaceId(), connection.id(), contactId);
    leadOf(connection, contactId)
        .ifPresent(
            lead ->
                stores
                    .leads()
                    .change(
                        lead.workspaceId(),
                        lead.id(),
                        known ->
                            known.knownAs(
                                CrmNames.without(known.integrationIds(), connection, contactId),
                                now)));
  }

  private Optional<Lead> leadOf(Connection connection, String contactId) {
    var ids = CrmNames.of(connection, contactId);
    var workspaceId = connection.workspaceId();
    return ids.ghlContactId()
        .flatMap(id -> stores.leads().findByGhlContact(workspaceId, id))
        .or(
            () ->
                ids.hsContactId()
                    .flatMap(id -> stores.leads().findByHubspotContact(workspaceId, id)));
  }
}
