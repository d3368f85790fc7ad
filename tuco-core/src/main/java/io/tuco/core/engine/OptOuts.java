package io.tuco.core.engine;

import io.tuco.core.IdGenerator;
import io.tuco.core.address.Address;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.DoNotContact.Source;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Actor;
import io.tuco.core.message.AutomaticAnswer;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.Sha256;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Enters people who want no more messages. The entry comes first, then what waits is cancelled: a
 * send that begins meanwhile reads the entry after its intent (compliance, section 1).
 */
public final class OptOuts {

  /** Why something is cancelled, and by whose wish. */
  private record Why(String reason, Actor by) {}

  private static final Why OPTED_OUT = new Why(Reasons.OPTED_OUT, Actor.OPT_OUT);
  private static final Why BARRED = new Why(Reasons.DO_NOT_CONTACT, Actor.API);

  /** The entry that holds, and whether it is what was to be entered. */
  public record Entered(DoNotContact entry, boolean isNew) {}

  /**
   * Somebody a workspace writes to.
   *
   * @param addresses all that are known, the one that was named first
   */
  record Person(String workspaceId, Optional<Lead> lead, List<Address> addresses) {}

  private static final int ID_CHARACTERS = 24;

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
    var person = personOf(workspaceId, leadId, address);
    suppress(person, ids.objectId(), why, now);
    cancel(person, now);
  }

  /** Whom an opt-out concerns. */
  Person personOf(String workspaceId, Optional<String> leadId, Optional<Address> address) {
    var lead =
        leadId
            .flatMap(id -> stores.leads().find(workspaceId, id))
            .or(() -> address.flatMap(at -> stores.leads().findByAddress(workspaceId, at)));
    Set<Address> all = new LinkedHashSet<>();
    address.ifPresent(all::add);
    lead.ifPresent(known -> all.addAll(known.addresses().all()));
    return new Person(workspaceId, lead, List.copyOf(all));
  }

  /**
   * Enters every address of the person that has no entry. What is entered for the same cause has
   * the same id, so that whoever repeats an interrupted opt-out finds out what was its own.
   *
   * @return the entries of all the addresses, in their order
   */
  List<Entered> suppress(Person person, String cause, Optional<String> why, Instant now) {
    return person.addresses().stream()
        .map(
            address ->
                new DoNotContact(
                    entryId(person.workspaceId(), cause, address),
                    person.workspaceId(),
                    address,
                    why,
                    Source.OPT_OUT,
                    now))
        .map(this::entered)
        .toList();
  }

  private Entered entered(DoNotContact entry) {
    var stored = stores.doNotContact().add(entry);
    return new Entered(stored, stored.id().equals(entry.id()));
  }

  private static String entryId(String workspaceId, String cause, Address address) {
    return Sha256.hexOf(String.join("\n", "opt-out", workspaceId, cause, address.value()))
        .substring(0, ID_CHARACTERS);
  }

  /** How many waiting messages were cancelled; what answers the person stays. */
  int cancel(Person person, Instant now) {
    var ofLead =
        person
            .lead()
            .map(lead -> cancelOfLead(person.workspaceId(), lead.id(), OPTED_OUT, now))
            .orElse(0);
    return ofLead
        + person.addresses().stream()
            .mapToInt(address -> cancelTo(person.workspaceId(), address, OPTED_OUT, now))
            .sum();
  }

  /**
   * Messages to the person whose send had its intent written before the entry, and may leave still
   * (compliance, section 1).
   */
  List<String> begun(Person person) {
    return stores.lanes().inFlight().stream()
        .flatMap(lane -> lane.inFlight().stream())
        .filter(intent -> intent.workspaceId().equals(person.workspaceId()))
        .map(intent -> stores.messages().find(intent.workspaceId(), intent.messageId()))
        .flatMap(Optional::stream)
        .filter(message -> message.status() == MessageStatus.SENDING && isTo(message, person))
        .map(Message::id)
        .toList();
  }

  private static boolean isTo(Message message, Person person) {
    var recipient = message.recipient();
    return person
            .lead()
            .filter(lead -> message.origin().leadId().filter(lead.id()::equals).isPresent())
            .isPresent()
        || Stream.concat(recipient.phone().stream(), recipient.email().stream())
            .anyMatch(person.addresses()::contains);
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

  private int cancelOfLead(String workspaceId, String leadId, Why why, Instant now) {
    return cancelAll(most -> stores.messages().waitingOfLead(workspaceId, leadId, most), why, now);
  }

  private int cancelTo(String workspaceId, Address address, Why why, Instant now) {
    return cancelAll(most -> stores.messages().waitingFor(workspaceId, address, most), why, now);
  }

  private int cancelAll(IntFunction<List<Message>> waiting, Why why, Instant now) {
    return endings
        .endWaiting(
            waiting,
            message -> !mayStillLeave(message, why),
            message -> message.cancelled(why.reason(), now).changedBy(why.by()),
            now)
        .size();
  }

  private static boolean mayStillLeave(Message message, Why why) {
    return why.by() == Actor.OPT_OUT
        && message.origin().answer().filter(AutomaticAnswer::isAllowedAfterOptOut).isPresent();
  }
}
