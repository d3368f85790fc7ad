package io.tuco.connectors.ghl;

import io.tuco.core.crm.CrmActivities;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.MessageType;
import java.util.Optional;

/**
 * Where what was said is seen in GHL (contract, section 3): texts in the conversation, if a
 * conversation provider of ours is configured; all else in a note, which has room for a reason.
 */
final class GhlActivities implements CrmActivities {

  /** Never GHL's own: it would send the text to the person once more. */
  private static final String PROVIDER = "conversationProviderId";

  private final Conversations conversations;
  private final Notes notes;
  private final ProviderReport report;

  GhlActivities(GhlCalls calls) {
    conversations = new Conversations(calls);
    notes = new Notes(calls);
    report = new ProviderReport(calls);
  }

  @Override
  public Dialogue<LoggedActivity> log(
      CrmContext context, CrmActivity activity, boolean mayBeLogged) {
    var provider = context.mapping().option(PROVIDER).filter(any -> isText(activity));
    return provider.isPresent()
        ? conversations.log(context, activity, provider.get(), mayBeLogged)
        : noted(activity, mayBeLogged);
  }

  private static boolean isText(CrmActivity activity) {
    var said =
        activity.kind() == CrmActivity.Kind.SENT || activity.kind() == CrmActivity.Kind.REPLY;
    return said && activity.channel() != MessageType.EMAIL;
  }

  private Dialogue<LoggedActivity> noted(CrmActivity activity, boolean mayBeLogged) {
    var text = NoteText.of(activity);
    Dialogue<Optional<String>> there =
        mayBeLogged
            ? notes.find(activity.contactId(), text, activity.at())
            : Dialogue.ended(Optional.empty());
    return there
        .then(
            found ->
                found.map(Dialogue::ended).orElseGet(() -> notes.write(activity.contactId(), text)))
        .map(id -> new LoggedActivity(id, Optional.empty()));
  }

  /** Orders come through the provider only, after GHL has shown them in the conversation. */
  @Override
  public boolean showsByItself(String reference) {
    return true;
  }

  @Override
  public Dialogue<CrmDone> report(CrmContext context, String reference, SendOutcome outcome) {
    return report.of(reference, outcome);
  }

  @Override
  public Dialogue<CrmDone> reportRead(CrmContext context, String reference) {
    return report.read(reference);
  }
}
