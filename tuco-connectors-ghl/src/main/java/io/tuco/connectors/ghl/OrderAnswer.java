package io.tuco.connectors.ghl;

import io.tuco.core.crm.HookAnswer;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.MessageStatus;

/** What a workflow reads, to branch by (contract, section 6c). */
final class OrderAnswer {

  private OrderAnswer() {}

  static HookAnswer of(SendOrder order, SendOutcome outcome) {
    var refused = outcome.messageId().isEmpty() && !outcome.skipped();
    var body = GhlJson.object().put("success", !refused).put("skipped", outcome.skipped());
    outcome.messageId().ifPresent(id -> body.put("messageId", id));
    outcome.status().map(MessageStatus::wire).ifPresent(status -> body.put("status", status));
    outcome.leadId().ifPresent(id -> body.put("leadId", id));
    body.put("duplicateOnly", outcome.duplicateLead());
    outcome.error().ifPresent(why -> body.put("error", why));
    order.crm().ghlContactId().ifPresent(id -> body.put("ghlContactId", id));
    order.crm().ghlLocationId().ifPresent(id -> body.put("ghlLocationId", id));
    return HookAnswer.of(refused ? 400 : 200, body.toString());
  }
}
