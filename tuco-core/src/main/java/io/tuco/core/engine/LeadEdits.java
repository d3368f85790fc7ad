package io.tuco.core.engine;

import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadChange;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes a lead as somebody wants it (API contract, section 8). */
public final class LeadEdits {

  private final Stores stores;
  private final ContactOwners owners;

  public LeadEdits(Stores stores) {
    this.stores = stores;
    this.owners = new ContactOwners(stores);
  }

  /**
   * The lead as it is stored now; empty, and nothing is changed, when another lead has one of the
   * addresses, or the lead is gone.
   */
  public Optional<Lead> change(Lead before, LeadChange change, String listId, Instant now) {
    var owner = owner(before, change);
    UnaryOperator<Lead> edit =
        lead ->
            lead.changedBy(change, now)
                .ownedBy(
                    owner.equals(before.contactOwnerEmail()) ? lead.contactOwnerEmail() : owner)
                .inList(listId.equals(before.listId()) ? lead.listId() : listId);
    return wantsAnothers(before, edit.apply(before))
        ? Optional.empty()
        : stores.leads().change(before.workspaceId(), before.id(), edit);
  }

  private Optional<String> owner(Lead before, LeadChange change) {
    var named = change.contactOwnerEmail().after(before.contactOwnerEmail());
    return named.equals(before.contactOwnerEmail())
        ? named
        : named.flatMap(email -> owners.of(before.workspaceId(), Optional.of(email)));
  }

  /** The store refuses another's primary but leaves out an alternate, which nobody would notice. */
  private boolean wantsAnothers(Lead before, Lead after) {
    var known = before.addresses().all();
    return after.addresses().all().stream()
        .filter(address -> !known.contains(address))
        .flatMap(address -> stores.leads().findByAddress(after.workspaceId(), address).stream())
        .anyMatch(holder -> !holder.id().equals(after.id()));
  }
}
