package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmOrder;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.util.List;
import java.util.Optional;

/** Tells the CRM that asked for a send what became of it. */
final class ReportStep {

  private final Stores stores;

  ReportStep(Stores stores) {
    this.stores = stores;
  }

  /**
   * @param message empty where the order was refused, or the message is gone
   */
  void begin(Talk talk, Optional<Message> message) {
    var job = talk.job();
    var order =
        stores.crmHooks().orders(List.of(job.workspaceId()), List.of(job.subject())).stream()
            .filter(kept -> kept.connectionId().equals(talk.connection().id()))
            .findFirst();
    var outcome = order.flatMap(kept -> outcome(kept, message, job.task()));
    if (outcome.isEmpty()) {
      talk.end(new JobEnd.Dropped("The order, or its message, is not kept any more"));
    } else {
      report(talk, order.get(), outcome.get());
    }
  }

  private static void report(Talk talk, CrmOrder order, SendOutcome outcome) {
    talk.hold(
        (connector, context) ->
            talk.job().task() == CrmTask.REPORT_READ
                ? connector.activities().reportRead(context, order.reference())
                : connector.activities().report(context, order.reference(), outcome),
        done -> JobEnd.done());
  }

  private static Optional<SendOutcome> outcome(
      CrmOrder order, Optional<Message> message, CrmTask task) {
    return message
        .map(
            sent ->
                new SendOutcome(
                    Optional.of(sent.id()),
                    task.status(),
                    false,
                    false,
                    sent.origin().leadId(),
                    task.status().flatMap(status -> Timeline.reason(status, sent))))
        .or(
            () ->
                order
                    .refusal()
                    .map(
                        why ->
                            new SendOutcome(
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false,
                                Optional.empty(),
                                Optional.of(why))));
  }
}
