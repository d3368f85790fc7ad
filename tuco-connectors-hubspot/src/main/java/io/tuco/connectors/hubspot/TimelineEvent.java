package io.tuco.connectors.hubspot;

import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmActivity.Kind;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * An activity as an event of the app's own template. Its id is ours, so that writing it twice is
 * writing it once (HubSpot contract, section 3).
 */
final class TimelineEvent {

  private TimelineEvent() {}

  static Dialogue<LoggedActivity> write(String template, CrmActivity activity) {
    var logged = Dialogue.ended(new LoggedActivity(id(activity), Optional.empty()));
    return Word.ask(
        call(template, activity), word -> word.isRefusal(409) ? logged : word.then(done -> logged));
  }

  /** The message's own id says that it was said; what became of it later needs another. */
  private static String id(CrmActivity activity) {
    return activity.kind() == Kind.SENT || activity.kind() == Kind.REPLY
        ? activity.messageId()
        : activity.id();
  }

  private static CrmCall call(String template, CrmActivity activity) {
    var body =
        Json.object()
            .put("eventTemplateId", template)
            .put("id", id(activity))
            .put("objectId", activity.contactId())
            .put("timestamp", activity.at().truncatedTo(ChronoUnit.MILLIS).toString());
    var tokens =
        body.putObject("tokens")
            .put("text", ActivityText.of(activity))
            .put("channel", activity.channel().wire())
            .put("direction", activity.kind().isInbound() ? "received" : "sent")
            .put("status", activity.kind().name().toLowerCase(Locale.ROOT));
    activity.reason().ifPresent(reason -> tokens.put("reason", reason));
    body.putObject("extraData");
    return Calls.repeatable("/integrators/timeline/v3/events", body);
  }
}
