package io.tuco.core.engine.crm;

import io.tuco.core.crm.CrmOrder;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Stores;
import java.util.List;
import java.util.Optional;

/** Tells the CRM that asked for a send what became of it. */
final class ReportStep {

  private final Stores stores;

  ReportStep(Stores stores) {
    this.stores = stores;
  }

  void begin(Talk talk, Message message) {
    var order =
        stores.crmHooks().orders(List.of(message.workspaceId()), List.of(message.id())).stream()
            .filter(kept -> kept.connectionId().equals(talk.connection().id()))
            .findFirst();
    if (order.isEmpty()) {
      talk.end(new JobEnd.Dropped("The order is not kept any more"));
    } else {
      report(talk, message, order.get());
    }
  }

  private static void report(Talk talk, Message message, CrmOrder order) {
    var task = talk.job().task();
    talk.hold(
        (connector, context) ->
            task == CrmTask.REPORT_READ
                ? connector.activities().reportRead(context, order.reference())
                : connector
                    .activities()
                    .report(
                        context,
                        order.reference(),
                        outcome(message, task.status().orElseThrow())),
        done -> JobEnd.done());
  }

  private static SendOutcome outcome(Message message, MessageStatus status) {
    return new SendOutcome(
        Optional.of(message.id()),
        Optional.of(status),
        false,
        false,
        message.origin().leadId(),
        Timeline.reason(status, message));
  }
}
