package io.tuco.core.engine.crm;

import io.tuco.core.address.Address;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a CRM whether a person may be written to: as it is now, whatever the job followed from, so
 * that a late one tells nothing that has been taken back since.
 */
final class OptOutStep {

  private final Stores stores;
  private final ContactSearch contacts;

  OptOutStep(Stores stores, ContactSearch contacts) {
    this.stores = stores;
    this.contacts = contacts;
  }

  void begin(Talk talk, Message message, Lead lead) {
    if (optedOut(message, lead).isEmpty()) {
      talk.end(JobEnd.done());
      return;
    }
    contacts.find(talk, message, lead, contactId -> mark(talk, message, lead, contactId));
  }

  /** Asked once more: finding the contact may have taken its time. */
  private void mark(Talk talk, Message message, Lead lead, String contactId) {
    var standing = optedOut(message, lead);
    if (standing.isEmpty()) {
      talk.end(JobEnd.done());
      return;
    }
    talk.hold(
        (connector, context) -> connector.contacts().markOptOut(context, contactId, standing.get()),
        done -> talk.end(JobEnd.done()),
        failure -> failed(talk, contactId, failure));
  }

  /**
   * Empty where it is not ours to say: somebody else, such as the CRM itself, has barred the
   * person.
   */
  private Optional<Boolean> optedOut(Message message, Lead lead) {
    Set<Address> all = new LinkedHashSet<>(lead.addresses().all());
    message.recipient().phone().ifPresent(all::add);
    message.recipient().email().ifPresent(all::add);
    var entries = stores.doNotContact().find(lead.workspaceId(), all);
    if (entries.stream().anyMatch(entry -> entry.source() == DoNotContact.Source.OPT_OUT)) {
      return Optional.of(true);
    }
    return entries.isEmpty() ? Optional.of(false) : Optional.empty();
  }

  private void failed(Talk talk, String contactId, CrmFailure failure) {
    if (failure.kind() == CrmFailure.Kind.REFUSED && !talk.contactKnownGone()) {
      contacts.checkIsThere(talk, contactId, failure);
    } else {
      talk.end(new JobEnd.Failed(failure));
    }
  }
}
