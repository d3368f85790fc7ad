package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.MessageJson;
import io.tuco.core.address.Address;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.message.CrmIds;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** Answers of the send call (API contract, sections 2.3 to 2.5; settled answer 29). */
final class SubmissionAnswers {

  private static final String RECENTLY_SENT = "duplicate_send_recent";

  private SubmissionAnswers() {}

  static HttpAnswer of(SubmissionResult result, Workspace workspace) {
    if (result instanceof SubmissionResult.Resumed resumed) {
      return of(resumed.accepted(), workspace);
    }
    if (result instanceof SubmissionResult.Accepted accepted) {
      return HttpAnswer.of(accepted.duplicateLead() ? 200 : 201, accepted(accepted));
    }
    if (result instanceof SubmissionResult.Skipped skipped) {
      return HttpAnswer.of(200, skipped(skipped));
    }
    if (result instanceof SubmissionResult.Rehearsed rehearsed) {
      return HttpAnswer.of(200, rehearsed(rehearsed));
    }
    return RejectionAnswers.of(((SubmissionResult.Rejected) result).rejection(), workspace);
  }

  private static JsonFields accepted(SubmissionResult.Accepted accepted) {
    var message = accepted.message();
    var fields =
        new JsonFields()
            .put("success", true)
            .put("status", accepted.status().wire())
            .put("skipped", false)
            .putOrNull("leadId", message.origin().leadId());
    putCrm(fields, accepted.crm());
    putHold(fields, accepted);
    fields.putIf("segments", MessageJson.segments(message.type(), accepted.text()));
    if (accepted.duplicateLead()) {
      putDuplicate(fields, message.origin().leadId().stream().toList());
    }
    return fields.put("message", MessageJson.of(message));
  }

  private static JsonFields skipped(SubmissionResult.Skipped skipped) {
    var original = skipped.original();
    return new JsonFields()
        .put("success", true)
        .put("skipped", true)
        .put("reason", RECENTLY_SENT)
        .put("originalMessageId", original.id())
        .putOrNull("leadId", original.origin().leadId())
        .put("secondsSinceOriginal", skipped.secondsSinceOriginal())
        .put("status", skipped.status().wire())
        .put("message", MessageJson.of(original));
  }

  private static JsonFields rehearsed(SubmissionResult.Rehearsed rehearsed) {
    var message = rehearsed.message();
    var reason = rehearsed.skipped() ? Optional.of(RECENTLY_SENT) : rehearsed.reason();
    return new JsonFields()
        .put("success", true)
        .put("dryRun", true)
        .put("status", message.status().wire())
        .putOrNull("leadId", rehearsed.leadId())
        .put("wouldCreateLead", rehearsed.leadId().isEmpty())
        .putOrNull("fromLineId", message.origin().lineId())
        .put("addresses", rehearsed.addresses().stream().map(Address::value).toList())
        .put("message", rehearsed.text())
        .putIf("segments", MessageJson.segments(message.type(), rehearsed.text()))
        .putOrNull("reason", reason)
        .putOrNull("heldBy", rehearsed.heldBy())
        .putIf("nextAttemptAt", rehearsed.earliest())
        .put("skipped", rehearsed.skipped());
  }

  private static void putCrm(JsonFields fields, CrmIds crm) {
    fields
        .putOrNull("ghlContactId", crm.ghlContactId())
        .putOrNull("ghlLocationId", crm.ghlLocationId())
        .putOrNull("hsPortalId", crm.hsPortalId())
        .putOrNull("hsContactId", crm.hsContactId());
  }

  private static void putHold(JsonFields fields, SubmissionResult.Accepted accepted) {
    var message = accepted.message();
    var scheduled =
        message.timeline().scheduledFor().filter(at -> message.status() == MessageStatus.SCHEDULED);
    fields
        .putIf("reason", accepted.hold().map(SubmissionResult.Hold::reason))
        .putIf("scheduledDate", scheduled)
        .putIf("nextAttemptAt", accepted.hold().flatMap(SubmissionResult.Hold::until))
        .putIf("error", message.progress().errorMessage());
  }

  private static void putDuplicate(JsonFields fields, List<String> leadIds) {
    fields
        .put("duplicateOnly", true)
        .put("existingLeadIds", leadIds)
        .put("leadIds", leadIds)
        .put("duplicateMessage", "Lead was duplicate; message sent using existing lead.");
  }
}
