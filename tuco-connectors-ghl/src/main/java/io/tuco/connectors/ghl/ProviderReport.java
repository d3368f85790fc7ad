package io.tuco.connectors.ghl;

import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.MessageStatus;
import java.util.Optional;

/**
 * The status of what GHL asked our provider to send (contract, section 6a). Only the token of the
 * provider's own app may write it.
 */
final class ProviderReport {

  private final GhlCalls calls;

  ProviderReport(GhlCalls calls) {
    this.calls = calls;
  }

  Dialogue<CrmDone> of(String messageId, SendOutcome outcome) {
    var status = status(outcome);
    return written(
        messageId,
        status,
        Optional.of(outcome).filter(any -> status.equals("failed")).map(ProviderReport::reason));
  }

  Dialogue<CrmDone> read(String messageId) {
    return written(messageId, "read", Optional.empty());
  }

  private static String status(SendOutcome outcome) {
    return outcome.status().map(ProviderReport::status).orElse("failed");
  }

  private static String status(MessageStatus status) {
    return switch (status) {
      case SENT, DELIVERED -> "delivered";
      case FAILED, FALLBACK, CANCELLED -> "failed";
      case QUEUED, PENDING, SCHEDULED, SENDING -> "pending";
      case RECEIVED -> throw new IllegalArgumentException("nobody ordered what was received");
    };
  }

  private static String reason(SendOutcome outcome) {
    return outcome
        .error()
        .orElseGet(
            () ->
                outcome.skipped()
                    ? "The same text was sent to this person a moment ago."
                    : "The message was not sent.");
  }

  private Dialogue<CrmDone> written(String messageId, String status, Optional<String> reason) {
    var body = GhlJson.object().put("status", status);
    reason.ifPresent(
        why ->
            body.putObject("error").put("code", "1").put("type", "provider").put("message", why));
    var path = "/conversations/messages/" + GhlCalls.encoded(messageId) + "/status";
    return Asking.of(
        calls.repeatable("PUT", path, body),
        json -> Dialogue.ended(CrmDone.DONE),
        refusal -> refusal.status() == 404 ? Dialogue.ended(CrmDone.DONE) : refusal.broken());
  }
}
