package io.tuco.core.engine;

import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadList;
import io.tuco.core.store.LeadFilter;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Forgets leads, and what was written to them (API contract, section 8). What waits is cancelled
 * first, so that the world is told; the lead goes after its messages are marked, so that a call
 * which did not end can be repeated. A message is deleted once its events are published and no lane
 * holds it (settled answer 17), now or by a sweep. Entries of the do-not-contact list stay.
 */
public final class LeadRemovals {

  private final Stores stores;
  private final Cancellations cancellations;

  LeadRemovals(Stores stores, Cancellations cancellations) {
    this.stores = stores;
    this.cancellations = cancellations;
  }

  /** How many of these the workspace had. */
  public int delete(String workspaceId, List<String> leadIds, Instant now) {
    var deleted = leadIds.stream().distinct().filter(id -> delete(workspaceId, id, now)).count();
    if (deleted > 0) {
      stores.messages().deleteForgotten();
    }
    return (int) deleted;
  }

  /** Forgets the list and its leads; answers how many those were. */
  public int deleteWithLeads(LeadList list, Instant now) {
    var deleted = 0;
    for (var left = leadsOf(list); !left.isEmpty(); left = leadsOf(list)) {
      deleted += delete(list.workspaceId(), left.stream().map(Lead::id).toList(), now);
    }
    stores.leadLists().delete(list.workspaceId(), list.id());
    return deleted;
  }

  /** Forgets the list; its leads are in Quick Sends from now on. */
  public void deleteList(LeadList list, Instant now) {
    var workspaceId = list.workspaceId();
    var quickSends = stores.leadLists().quickSends(workspaceId, now);
    stores.leads().moveAll(workspaceId, list.id(), quickSends.id(), now);
    stores.leadLists().delete(workspaceId, list.id());
    // Who was put in the list between the two.
    stores.leads().moveAll(workspaceId, list.id(), quickSends.id(), now);
  }

  private boolean delete(String workspaceId, String leadId, Instant now) {
    var lead = stores.leads().find(workspaceId, leadId);
    if (lead.isEmpty()) {
      return false;
    }
    forgetMessages(workspaceId, leadId, now);
    var deleted = stores.leads().delete(workspaceId, leadId);
    // What was accepted between the two.
    forgetMessages(workspaceId, leadId, now);
    stores.contactLinks().forget(workspaceId, lead.get().addresses().all());
    return deleted;
  }

  private void forgetMessages(String workspaceId, String leadId, Instant now) {
    cancellations.ofLead(workspaceId, leadId, now);
    stores.messages().forgetOfLead(workspaceId, leadId);
  }

  private List<Lead> leadsOf(LeadList list) {
    var filter = new LeadFilter("", Optional.of(list.id()));
    return stores
        .leads()
        .search(list.workspaceId(), filter, new PageRequest(1, PageRequest.MAX_LIMIT))
        .orElseThrow()
        .items();
  }
}
