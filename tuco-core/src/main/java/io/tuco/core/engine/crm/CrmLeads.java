package io.tuco.core.engine.crm;

import io.tuco.core.lead.Lead;
import io.tuco.core.message.CrmIds;
import io.tuco.core.store.Stores;
import java.util.Optional;

/** Which lead a contact is. */
final class CrmLeads {

  private CrmLeads() {}

  static Optional<Lead> of(Stores stores, String workspaceId, CrmIds contact) {
    return contact
        .ghlContactId()
        .flatMap(id -> stores.leads().findByGhlContact(workspaceId, id))
        .or(
            () ->
                contact
                    .hsContactId()
                    .flatMap(id -> stores.leads().findByHubspotContact(workspaceId, id)));
  }
}
