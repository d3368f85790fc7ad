package io.tuco.core.crm;

import java.util.Optional;

/** Contacts: one per person, never a second one. */
public interface CrmContacts {

  /**
   * Finds the lead's contact, or makes it. The engine sees to it that nobody else does so for the
   * same address at the same time; what the CRM answers to a duplicate leads to the one that is
   * there.
   */
  Dialogue<ContactMatch> match(CrmContext context, ContactWanted wanted);

  /** The contact; breaks with {@link CrmFailure.Kind#REFUSED} when it is gone. */
  Dialogue<CrmContact> fetch(CrmContext context, String contactId);

  /**
   * The e-mail of a user of the CRM, by whom to find the member of the workspace that the mapping
   * does not name; empty where the CRM does not tell, or knows no such user.
   */
  default Dialogue<Optional<String>> ownerEmail(CrmContext context, String ownerId) {
    return Dialogue.ended(Optional.empty());
  }

  /** Nobody may write to the contact any more, or everybody may again. Can be repeated. */
  Dialogue<CrmDone> markOptOut(CrmContext context, String contactId, boolean optedOut);
}
