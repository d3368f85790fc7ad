package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.store.Stores;
import java.time.Instant;

/** A contact is gone from its CRM: the lead stays, what ties the two goes. */
final class ContactRemovals {

  private final Stores stores;

  ContactRemovals(Stores stores) {
    this.stores = stores;
  }

  void removed(Connection connection, String contactId, Instant now) {
    stores.contactLinks().unlink(connection.workspaceId(), connection.id(), contactId);
    CrmLeads.of(stores, connection.workspaceId(), CrmNames.of(connection, contactId))
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
}
