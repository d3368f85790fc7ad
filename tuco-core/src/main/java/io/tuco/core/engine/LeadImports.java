package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.Address;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.LeadChange;
import io.tuco.core.lead.LeadList;
import io.tuco.core.lead.LeadSource;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stores many leads at once (API contract, section 8). Each row stands for itself: who has its
 * phone or e-mail already is answered instead, and of rivals for an address one is stored.
 */
public final class LeadImports {

  private static final int RIVALS = 50;

  /**
   * What is to be stored.
   *
   * @param owner who owns the leads of rows that name nobody
   */
  public record Rows(
      LeadList list, LeadSource source, Optional<String> owner, List<LeadChange> leads) {

    public Rows {
      leads = List.copyOf(leads);
    }
  }

  /**
   * What became of a row, in the order of the rows.
   *
   * @param lead the new lead, or the one that has its phone or e-mail
   */
  public record Imported(Lead lead, boolean isNew) {}

  private final Stores stores;
  private final ContactOwners owners;
  private final IdGenerator ids;

  public LeadImports(Stores stores, IdGenerator ids) {
    this.stores = stores;
    this.owners = new ContactOwners(stores);
    this.ids = ids;
  }

  /** Every row has a phone or an e-mail. */
  public List<Imported> store(Rows rows, Instant now) {
    var known = new HashMap<Optional<String>, Optional<String>>();
    var done = new ArrayList<Imported>();
    for (var row : rows.leads()) {
      var named = row.contactOwnerEmail().after(rows.owner()).or(rows::owner);
      var owner = known.computeIfAbsent(named, who -> owners.of(rows.list().workspaceId(), who));
      done.add(store(drawn(rows, row, now).ownedBy(owner)));
    }
    return done;
  }

  private Lead drawn(Rows rows, LeadChange row, Instant now) {
    var list = rows.list();
    return Lead.unknown(ids.objectId(), list.workspaceId(), list.id(), rows.source(), now)
        .changedBy(row, now);
  }

  private Imported store(Lead lead) {
    for (var rival = 0; rival < RIVALS; rival++) {
      var outcome =
          stores
              .leads()
              .create(lead)
              .map(stored -> new Imported(stored, true))
              .or(() -> holder(lead).map(there -> new Imported(there, false)));
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new IllegalStateException("a lead's address changed hands " + RIVALS + " times");
  }

  private Optional<Lead> holder(Lead lead) {
    return Stream.<Optional<? extends Address>>of(
            lead.addresses().phone(), lead.addresses().email())
        .flatMap(Optional::stream)
        .flatMap(at -> stores.leads().findByAddress(lead.workspaceId(), at).stream())
        .findFirst();
  }
}
