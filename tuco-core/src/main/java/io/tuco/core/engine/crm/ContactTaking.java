package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.engine.ContactIntake;
import java.time.Clock;
import java.util.Optional;

/** Takes contacts over into leads, with the owner that the CRM names. */
final class ContactTaking {

  private final ContactIntake contacts;
  private final ContactRemovals removals;
  private final Clock clock;

  ContactTaking(ContactIntake contacts, ContactRemovals removals, Clock clock) {
    this.contacts = contacts;
    this.removals = removals;
    this.clock = clock;
  }

  /** Whether nobody has to be asked who its owner is. */
  static boolean isSettled(Connection connection, CrmContact contact) {
    return contact.ownerId().map(connection.mapping().owners()::containsKey).orElse(true);
  }

  /** Of a contact that is settled. */
  void take(Connection connection, CrmContact contact) {
    take(connection, contact, contact.ownerId().map(connection.mapping().owners()::get));
  }

  /** Asks what the contact is, and then whose, where the mapping does not say. */
  void begin(Talk talk) {
    var contactId = talk.job().subject();
    talk.hold(
        (connector, context) -> connector.contacts().fetch(context, contactId),
        contact -> fetched(talk, contact),
        failure -> failed(talk, contactId, failure));
  }

  private void fetched(Talk talk, CrmContact contact) {
    if (isSettled(talk.connection(), contact)) {
      take(talk.connection(), contact);
      talk.end(JobEnd.done());
      return;
    }
    talk.hold(
        (connector, context) ->
            connector.contacts().ownerEmail(context, contact.ownerId().orElseThrow()),
        owner -> {
          take(talk.connection(), contact, owner);
          return JobEnd.done();
        });
  }

  private void failed(Talk talk, String contactId, CrmFailure failure) {
    if (failure.kind() == CrmFailure.Kind.REFUSED) {
      removals.removed(talk.connection(), contactId, talk.now());
      talk.end(JobEnd.done());
    } else {
      talk.end(new JobEnd.Failed(failure));
    }
  }

  private void take(Connection connection, CrmContact contact, Optional<String> owner) {
    contacts.take(connection, contact, owner, clock.instant());
  }
}
