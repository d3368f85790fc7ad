package io.tuco.connectors.hubspot;

import io.tuco.core.crm.CrmActivities;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.MessageType;
import java.util.Optional;

/** What was said, on the contact's timeline (HubSpot contract, sections 3 and 6). */
final class HubspotActivities implements CrmActivities {

  /** Of the mapping: the app's template of timeline events. */
  private static final String TEMPLATE = "timelineTemplateId";

  /** Of the mapping: {@code note} logs every message as a note. */
  private static final String LOG_AS = "logAs";

  private final HubspotSettings settings;
  private final Engagement communication;
  private final Engagement note;

  HubspotActivities(HubspotSettings settings) {
    this.settings = settings;
    this.communication = Engagement.communication(settings.communicationAssociation());
    this.note = Engagement.note(settings.noteAssociation());
  }

  @Override
  public Dialogue<LoggedActivity> log(
      CrmContext context, CrmActivity activity, boolean mayBeLogged) {
    if (!Calls.isRecordId(activity.contactId())) {
      return HubspotContacts.noContact();
    }
    var template = context.mapping().option(TEMPLATE);
    if (template.isPresent()) {
      return TimelineEvent.write(template.get(), activity);
    }
    return mayBeLogged ? lookAndWrite(context, activity) : write(context, activity);
  }

  private Dialogue<LoggedActivity> lookAndWrite(CrmContext context, CrmActivity activity) {
    return logged(communication, activity)
        .then(there -> there.isPresent() ? Dialogue.ended(there) : logged(note, activity))
        .then(
            there ->
                there
                    .<Dialogue<LoggedActivity>>map(Dialogue::ended)
                    .orElseGet(() -> write(context, activity)));
  }

  private static Dialogue<Optional<LoggedActivity>> logged(Engagement kind, CrmActivity activity) {
    return new LatestActivities(kind, activity).find();
  }

  private Dialogue<LoggedActivity> write(CrmContext context, CrmActivity activity) {
    return isNote(context, activity) ? note(activity) : communication(activity);
  }

  /** No channel of a communication is an e-mail. */
  private static boolean isNote(CrmContext context, CrmActivity activity) {
    return activity.channel() == MessageType.EMAIL
        || context.mapping().option(LOG_AS).filter("note"::equalsIgnoreCase).isPresent();
  }

  private Dialogue<LoggedActivity> communication(CrmActivity activity) {
    return Word.ask(
        communication.write(activity),
        word -> word.isRefusal() ? note(activity) : word.then(HubspotActivities::made));
  }

  private Dialogue<LoggedActivity> note(CrmActivity activity) {
    return Word.need(note.write(activity), HubspotActivities::made);
  }

  private static Dialogue<LoggedActivity> made(Word word) {
    return word.id()
        .<Dialogue<LoggedActivity>>map(
            id -> Dialogue.ended(new LoggedActivity(id, Optional.empty())))
        .orElseGet(word::broken);
  }

  /** Completes the workflow action; one that HubSpot no longer knows has expired, and is done. */
  @Override
  public Dialogue<CrmDone> report(CrmContext context, String reference, SendOutcome outcome) {
    return Word.ask(
        ActionResult.completion(settings.callbackPath(), reference, outcome),
        word ->
            word.isRefusal(404)
                ? Dialogue.ended(CrmDone.DONE)
                : word.then(done -> Dialogue.ended(CrmDone.DONE)));
  }
}
