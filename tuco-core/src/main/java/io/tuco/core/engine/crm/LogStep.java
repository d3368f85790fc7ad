package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.message.Heard;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Puts what was said, or not said, on the contact's timeline: the contact first, then the entry.
 */
final class LogStep {

  /** A reply is stored before it is understood. */
  private static final Duration UNDERSTANDING = Duration.ofSeconds(1);

  private static final int TRIES = 10;

  private final Stores stores;
  private final ContactSearch contacts;

  LogStep(Stores stores, ContactSearch contacts) {
    this.stores = stores;
    this.contacts = contacts;
  }

  void begin(Talk talk, Message message, Lead lead) {
    if (talk.job().task() == CrmTask.LOG_REPLY) {
      if (!message.annotations().arrival().heeded()) {
        talk.end(new JobEnd.NotYet(talk.now().plus(UNDERSTANDING)));
        return;
      }
      tellOfReturn(talk, message);
    }
    contacts.find(talk, message, lead, contactId -> log(talk, message, lead, contactId));
  }

  /** Who wants to hear from us again has no event of their own: it follows from the reply. */
  private void tellOfReturn(Talk talk, Message reply) {
    if (reply.content().heard().filter(heard -> heard.kind() == Heard.Kind.START).isPresent()) {
      var job = talk.job();
      var cause = job.id().substring(0, job.id().indexOf(':'));
      var person = reply.person().orElse(reply.id());
      stores
          .crmJobs()
          .insertMissing(
              List.of(
                  CrmJob.of(
                      cause,
                      talk.connection(),
                      CrmTask.OPT_OUT,
                      reply.id(),
                      Lanes.PERSON.of(person),
                      job.seq(),
                      job.at(),
                      talk.now())));
    }
  }

  private void log(Talk talk, Message message, Lead lead, String contactId) {
    var job = talk.job();
    var line =
        message.origin().lineId().flatMap(id -> stores.lines().find(message.workspaceId(), id));
    var activity = activity(talk, message, lead, line, contactId);
    talk.hold(
        (connector, context) -> connector.activities().log(context, activity, job.mayBeDone()),
        logged -> {
          note(talk, message, logged);
          talk.end(new JobEnd.Done(Optional.of(logged.recordId())));
        },
        failure -> failed(talk, contactId, failure));
  }

  /** The message learns its id there; whoever changes something else beside it is asked again. */
  private void note(Talk talk, Message message, LoggedActivity logged) {
    var id = CrmNames.messageId(talk.connection(), logged);
    if (id.isEmpty() || talk.job().task() == CrmTask.LOG_REPLY) {
      return;
    }
    var found = Optional.of(message);
    for (var tries = 0; tries < TRIES && found.isPresent(); tries++) {
      var before = found.get().annotations();
      var after = before.inGhlAs(id.get());
      if (after.equals(before)
          || stores.messages().annotate(message.workspaceId(), message.id(), after)) {
        return;
      }
      found = stores.messages().find(message.workspaceId(), message.id());
    }
  }

  private static CrmActivity activity(
      Talk talk, Message message, Lead lead, Optional<Line> line, String contactId) {
    return Timeline.entry(
        talk.job().task().activity().orElseThrow(),
        message,
        Optional.of(lead),
        line,
        contactId,
        talk.job().at());
  }

  private void failed(Talk talk, String contactId, CrmFailure failure) {
    if (failure.kind() == CrmFailure.Kind.REFUSED && !talk.contactKnownGone()) {
      contacts.checkIsThere(talk, contactId, failure);
    } else {
      talk.end(new JobEnd.Failed(failure));
    }
  }
}
