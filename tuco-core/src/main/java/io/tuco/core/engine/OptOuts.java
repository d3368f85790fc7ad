package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.DoNotContact.Source;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Message;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Enters people who want no more messages. The entry comes first, then what waits is cancelled: a
 * send that begins meanwhile reads the entry after its intent (compliance, section 1).
 */
public final class OptOuts {

  private static final int STEP = 100;

  /** Why something is cancelled, and by whose wish. */
  private record Why(String reason, Actor by) {}

  private static final Why OPTED_OUT = new Why(Reasons.OPTED_OUT, Actor.OPT_OUT);
  private static final Why BARRED = new Why(Reasons.DO_NOT_CONTACT, Actor.API);

  /** The entry that holds, and whether it was made just now. */
  public record Entered(DoNotContact entry, boolean isNew) {}

  private final Stores stores;
  private final Endings endings;
  private final IdGenerator ids;

  OptOuts(Stores stores, Endings endings, IdGenerator ids) {
    this.stores = stores;
    this.endings = endings;
    this.ids = ids;
  }

  /** The provider says that the person has opted out there. */
  void atProvider(Message message, Address address, Instant now) {
    enter(
        message.workspaceId(),
        message.origin().leadId(),
        Optional.of(address),
        Optional.of("Opted out at the provider"),
        now);
  }

  /**
   * The person has opted out: every address of the lead, and the one given, is entered, and what
   * waits for them is cancelled.
   *
   * @param leadId the person's lead, where one is known
   */
  public void enter(
      String workspaceId,
      Optional<String> leadId,
      Optional<Address> address,
      Optional<String> why,
      Instant now) {
    var lead =
        leadId
            .flatMap(id -> stores.leads().find(workspaceId, id))
            .or(() -> address.flatMap(at -> stores.leads().findByAddress(workspaceId, at)));
    Set<Address> all = new LinkedHashSet<>();
    address.ifPresent(all::add);
    lead.ifPresent(known -> all.addAll(known.addresses().all()));
    for (var each : all) {
      stores
          .doNotContact()
          .add(new DoNotContact(ids.objectId(), workspaceId, each, why, Source.OPT_OUT, now));
    }
    lead.ifPresent(known -> cancelOfLead(workspaceId, known.id(), OPTED_OUT, now));
    all.forEach(each -> cancelTo(workspaceId, each, OPTED_OUT, now));
  }

  /**
   * Somebody of the workspace wants nobody to write to the address: it is entered unless it is
   * there, which speaks for the whole person, and what waits for them is cancelled.
   *
   * @param why what that somebody said
   */
  public Entered bar(String workspaceId, Address address, Optional<String> why, Instant now) {
    var entry = new DoNotContact(ids.objectId(), workspaceId, address, why, Source.MANUAL, now);
    var stored = stores.doNotContact().add(entry);
    stores
        .leads()
        .findByAddress(workspaceId, address)
        .ifPresent(lead -> cancelOfLead(workspaceId, lead.id(), BARRED, now));
    cancelTo(workspaceId, address, BARRED, now);
    return new Entered(stored, stored.id().equals(entry.id()));
  }

  private void cancelOfLead(String workspaceId, String leadId, Why why, Instant now) {
    cancelAll(() -> stores.messages().waitingOfLead(workspaceId, leadId, STEP), why, now);
  }

  private void cancelTo(String workspaceId, Address address, Why why, Instant now) {
    cancelAll(() -> stores.messages().waitingFor(workspaceId, address, STEP), why, now);
  }

  private void cancelAll(Supplier<List<Message>> next, Why why, Instant now) {
    for (var left = next.get(); !left.isEmpty(); left = next.get()) {
      left.forEach(
          message ->
              endings.endWaiting(message.cancelled(why.reason(), now).changedBy(why.by()), now));
    }
  }
}
