package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.message.Message;
import java.time.Duration;

/** What each kind of job does. */
final class JobSteps {

  /** Whoever must connect anew does so sooner or later; no call is worth a try before. */
  private static final Duration RECONNECT = Duration.ofMinutes(1);

  private final FlowParts parts;
  private final LogStep log;
  private final ReportStep report;
  private final OptOutStep optOut;
  private final ContactTaking contacts;

  JobSteps(
      FlowParts parts, Connections connections, ContactRemovals removals, ContactTaking contacts) {
    var linking = new ContactLinking(parts, connections);
    var search = new ContactSearch(connections, linking, removals);
    this.parts = parts;
    this.log = new LogStep(parts.stores(), search);
    this.report = new ReportStep(parts.stores());
    this.optOut = new OptOutStep(parts.stores(), search);
    this.contacts = contacts;
  }

  void begin(Talk talk) {
    switch (talk.connection().status()) {
      case UNAUTHORIZED ->
          talk.end(
              new JobEnd.Failed(
                  CrmFailure.later(talk.now().plus(RECONNECT), "The CRM must be connected anew")));
      case OK, FAILING -> {
        if (talk.job().task() == CrmTask.FETCH) {
          contacts.begin(talk);
        } else {
          aboutMessage(talk);
        }
      }
    }
  }

  private void aboutMessage(Talk talk) {
    var job = talk.job();
    var stores = parts.stores();
    var message = stores.messages().find(job.workspaceId(), job.subject());
    if (job.task().isReport()) {
      report.begin(talk, message);
    } else if (message.isEmpty()) {
      talk.end(new JobEnd.Dropped("The message is gone"));
    } else {
      aboutPerson(talk, message.get());
    }
  }

  private void aboutPerson(Talk talk, Message message) {
    var lead =
        message
            .origin()
            .leadId()
            .flatMap(id -> parts.stores().leads().find(message.workspaceId(), id));
    if (lead.isEmpty()) {
      talk.end(new JobEnd.Dropped("It is nobody's who is known"));
    } else if (talk.job().task() == CrmTask.OPT_OUT) {
      optOut.begin(talk, message, lead.get());
    } else {
      log.begin(talk, message, lead.get());
    }
  }
}
