package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.MessageStatus;

/** What a workflow action came to, in the words of the HubSpot contract, section 6. */
final class ActionResult {

  private static final String STATE = "hs_execution_state";
  private static final String SUCCESS = "SUCCESS";
  private static final String FAIL_CONTINUE = "FAIL_CONTINUE";

  private ActionResult() {}

  /** The answer to the action's call. */
  static ObjectNode answer(SendOrder order, SendOutcome outcome) {
    var body = Json.object();
    var fields = body.putObject("outputFields");
    put(fields, outcome);
    if (isAwaited(order, outcome)) {
      fields.put(STATE, "ASYNC").put("hs_expiration_duration", "P7D");
    } else {
      fields.put(STATE, state(outcome));
    }
    return body;
  }

  /** An original that barred this one, or what is over already, tells nobody anything later. */
  private static boolean isAwaited(SendOrder order, SendOutcome outcome) {
    return order.reference().isPresent()
        && !outcome.skipped()
        && outcome.status().filter(MessageStatus::isOfALane).isPresent();
  }

  /** Both keys are always sent. */
  static CrmCall completion(String path, String callbackId, SendOutcome outcome) {
    var result = Json.object();
    put(result.putObject("outputFields").put(STATE, state(outcome)), outcome);
    result.putObject("typedOutputs");
    if (path.contains(HubspotSettings.CALLBACK_ID)) {
      return Calls.repeatable(
          path.replace(HubspotSettings.CALLBACK_ID, Calls.segment(callbackId)), result);
    }
    var batch = Json.object();
    batch.putArray("inputs").add(result.put("callbackId", callbackId));
    return Calls.repeatable(path, batch);
  }

  private static void put(ObjectNode fields, SendOutcome outcome) {
    fields
        .put("tuco_message_id", outcome.messageId().orElse(""))
        .put("tuco_status", outcome.status().map(MessageStatus::wire).orElse(""))
        .put("tuco_skipped", String.valueOf(outcome.skipped()))
        .put("tuco_error", outcome.error().orElse(""));
  }

  /** Never BLOCK: a workflow is not held up for a message. */
  private static String state(SendOutcome outcome) {
    return outcome.status().map(ActionResult::isGood).orElse(false) ? SUCCESS : FAIL_CONTINUE;
  }

  private static boolean isGood(MessageStatus status) {
    return status != MessageStatus.FAILED && status != MessageStatus.CANCELLED;
  }
}
