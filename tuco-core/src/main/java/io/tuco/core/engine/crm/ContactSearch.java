package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.lead.Lead;
import io.tuco.core.message.Message;
import java.util.function.Consumer;

/** Which contact a job is about, and whether that is still there. */
final class ContactSearch {

  private final Connections connections;
  private final ContactLinking linking;
  private final ContactRemovals removals;

  ContactSearch(Connections connections, ContactLinking linking, ContactRemovals removals) {
    this.connections = connections;
    this.linking = linking;
    this.removals = removals;
  }

  /**
   * The contact that the message was asked for by its own ids, else the lead's. Ends the try where
   * there is none.
   */
  void find(Talk talk, Message message, Lead lead, Consumer<String> found) {
    var connection = talk.connection();
    var own =
        CrmNames.contactIn(message.origin().crm(), connection, connections.isAlone(connection));
    if (own.isPresent() && !talk.contactKnownGone()) {
      found.accept(own.get());
      return;
    }
    linking.link(
        connection,
        lead,
        end ->
            talk.guarded(
                () -> {
                  if (end instanceof Dialogue.Ended<String> over) {
                    found.accept(over.value());
                  } else {
                    talk.end(new JobEnd.Failed(((Dialogue.Broken<String>) end).failure()));
                  }
                }));
  }

  /** Something about the contact was refused: because it is gone, or for its own sake? */
  void checkIsThere(Talk talk, String contactId, CrmFailure refusal) {
    talk.hold(
        (connector, context) -> connector.contacts().fetch(context, contactId),
        there -> talk.end(new JobEnd.Failed(refusal)),
        failure -> {
          if (failure.kind() == CrmFailure.Kind.REFUSED) {
            removals.removed(talk.connection(), contactId, talk.now());
            talk.end(new JobEnd.ContactGone());
          } else {
            talk.end(new JobEnd.Failed(failure));
          }
        });
  }
}
