package io.tuco.connectors.hubspot;

import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmContacts;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import java.util.Optional;

/** Contacts (HubSpot contract, section 2). */
final class HubspotContacts implements CrmContacts {

  @Override
  public Dialogue<ContactMatch> match(CrmContext context, ContactWanted wanted) {
    return new ContactMatching(context, wanted).match();
  }

  @Override
  public Dialogue<CrmContact> fetch(CrmContext context, String contactId) {
    if (!Calls.isRecordId(contactId)) {
      return noContact();
    }
    return Word.need(
        ContactPaths.read(contactId, context.mapping()),
        word ->
            Properties.isArchived(word.body())
                ? noContact()
                : Properties.contact(word.body(), context.mapping())
                    .<Dialogue<CrmContact>>map(Dialogue::ended)
                    .orElseGet(word::broken));
  }

  /** An owner that is not there, or may not be read, has no e-mail. */
  @Override
  public Dialogue<Optional<String>> ownerEmail(CrmContext context, String ownerId) {
    if (!Calls.isRecordId(ownerId)) {
      return Dialogue.ended(Optional.empty());
    }
    return Word.ask(
        Calls.get("/crm/v3/owners/" + ownerId),
        word ->
            word.isRefusal()
                ? Dialogue.ended(Optional.empty())
                : word.then(owner -> Dialogue.ended(owner.field("email"))));
  }

  /** In the property that the workspace has chosen; without one HubSpot is told nothing. */
  @Override
  public Dialogue<CrmDone> markOptOut(CrmContext context, String contactId, boolean optedOut) {
    var property = context.mapping().option(Properties.OPT_OUT);
    if (property.isEmpty()) {
      return Dialogue.ended(CrmDone.DONE);
    }
    if (!Calls.isRecordId(contactId)) {
      return noContact();
    }
    return Word.need(
        ContactPaths.change(contactId, Json.object().put(property.get(), String.valueOf(optedOut))),
        word -> Dialogue.ended(CrmDone.DONE));
  }

  static <T> Dialogue<T> noContact() {
    return Dialogue.broken(CrmFailure.refused("HubSpot has no such contact"));
  }
}
