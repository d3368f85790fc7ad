package io.tuco.core.engine.crm;

import io.tuco.core.address.Address;
import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ContactLink;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.PersonName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds a lead's contact at a CRM, or makes it: one at a time for each address, over all nodes. An
 * address belongs to one lead, so that the first of the lead's stands for all of them. That
 * somebody tries is written down before anything is asked: whoever comes after a crash looks for
 * what may have been made, and makes no second one.
 */
final class ContactLinking {

  /** How soon to look again after somebody else's turn. */
  private static final Duration RIVAL = Duration.ofMillis(300);

  /** One try, from what was known before it. */
  private record Try(
      Connection connection,
      Lead lead,
      ContactLink seen,
      ContactLink held,
      Consumer<Dialogue.End<String>> ended) {}

  private final FlowParts parts;
  private final Connections connections;

  ContactLinking(FlowParts parts, Connections connections) {
    this.parts = parts;
    this.connections = connections;
  }

  /**
   * Asks the store on the calling thread, and waits for no CRM.
   *
   * @param ended is given the contact's id, or why there is none, on a worker or on the calling
   *     thread
   */
  void link(Connection connection, Lead lead, Consumer<Dialogue.End<String>> ended) {
    var address = lead.addresses().all().stream().findFirst();
    var connector = parts.crms().connectors().find(connection.crm());
    if (address.isEmpty() || connector.isEmpty()) {
      ended.accept(broken(missing(connection, address)));
      return;
    }
    var now = parts.clock().instant();
    var seen =
        parts
            .stores()
            .contactLinks()
            .find(connection.workspaceId(), connection.id(), address.get())
            .orElseGet(() -> ContactLink.unknown(connection, address.get()));
    if (seen.contactId().isPresent()) {
      know(connection, lead, seen.contactId().get(), now);
      ended.accept(new Dialogue.Ended<>(seen.contactId().get()));
      return;
    }
    var lease = new ContactLink.Lease(parts.ids().uuid(), now.plus(parts.limits().lease()));
    var held = seen.tried(lease);
    if (seen.isHeld(now) || !parts.stores().contactLinks().replace(seen, held)) {
      ended.accept(
          broken(CrmFailure.later(now.plus(RIVAL), "Somebody else is looking for the contact")));
      return;
    }
    match(new Try(connection, lead, seen, held, ended), connector.get(), now);
  }

  private void match(Try attempt, CrmConnector connector, Instant now) {
    var connection = attempt.connection();
    var wanted =
        new ContactWanted(
            attempt.lead(),
            attempt.held().address(),
            CrmNames.contactOf(attempt.lead(), connection, connections.isAlone(connection)),
            ownerId(connection, attempt.lead()),
            attempt.seen().triedAt());
    var until = attempt.held().lease().orElseThrow().until().minus(parts.limits().margin());
    DialogueRun.hold(
        connector.contacts().match(connections.context(connection, now), wanted),
        new BoundedTransport(parts.crms().transports().to(connection), until, parts.clock()),
        end -> parts.workers().execute(() -> attempt.ended().accept(over(attempt, end))));
  }

  private Dialogue.End<String> over(Try attempt, Dialogue.End<ContactMatch> end) {
    try {
      return end instanceof Dialogue.Ended<ContactMatch> found
          ? found(attempt, found.value().contactId())
          : failed(attempt, ((Dialogue.Broken<ContactMatch>) end).failure());
    } catch (RuntimeException storeIsAway) {
      // What was written ahead stays, and has the next one look.
      return broken(CrmFailure.unknown("What was found could not be stored"));
    }
  }

  private Dialogue.End<String> found(Try attempt, String contactId) {
    var links = parts.stores().contactLinks();
    if (links.replace(attempt.held(), attempt.held().found(contactId))) {
      know(attempt.connection(), attempt.lead(), contactId, parts.clock().instant());
      return new Dialogue.Ended<>(contactId);
    }
    return links
        .find(
            attempt.connection().workspaceId(), attempt.connection().id(), attempt.held().address())
        .flatMap(ContactLink::contactId)
        .<Dialogue.End<String>>map(Dialogue.Ended::new)
        .orElseGet(() -> broken(CrmFailure.later("Somebody else is looking for the contact")));
  }

  private Dialogue.End<String> failed(Try attempt, CrmFailure failure) {
    var mayBeThere = failure.kind() == CrmFailure.Kind.UNKNOWN;
    var triedAt = mayBeThere ? Optional.of(parts.clock().instant()) : attempt.seen().triedAt();
    parts.stores().contactLinks().replace(attempt.held(), attempt.held().over(triedAt));
    return broken(failure);
  }

  /** The lead learns it where it does not know it; a crash before this is made good here, too. */
  private void know(Connection connection, Lead lead, String contactId, Instant now) {
    var ids = CrmNames.of(connection, contactId);
    if (lead.metAs(PersonName.unknown(), ids, now) != lead) {
      parts
          .stores()
          .leads()
          .change(
              lead.workspaceId(), lead.id(), known -> known.metAs(PersonName.unknown(), ids, now));
    }
  }

  private static Optional<String> ownerId(Connection connection, Lead lead) {
    return connection.mapping().owners().entrySet().stream()
        .filter(owner -> lead.contactOwnerEmail().filter(owner.getValue()::equals).isPresent())
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  private static CrmFailure missing(Connection connection, Optional<Address> address) {
    return address.isEmpty()
        ? CrmFailure.refused("The lead has no address")
        : CrmFailure.forbidden("No connector for " + connection.crm() + " is installed");
  }

  private static Dialogue.End<String> broken(CrmFailure failure) {
    return new Dialogue.Broken<>(failure);
  }
}
