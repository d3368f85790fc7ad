package io.tuco.core.engine;

import io.tuco.core.intake.Submission;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionResult.Accepted;
import io.tuco.core.lead.Lead;
import io.tuco.core.lead.Personalisation;
import io.tuco.core.lead.PlaceholderValues;
import io.tuco.core.line.Line;
import io.tuco.core.message.Message;
import io.tuco.core.store.Stores;
import java.util.Optional;

/**
 * Tells what an earlier run of a call came to, from what that run stored: it ended before it could
 * answer.
 */
final class Resumption {

  private final Stores stores;

  Resumption(Stores stores) {
    this.stores = stores;
  }

  /** Empty when the earlier run stored no message. */
  Optional<SubmissionResult> of(Submission submission, String messageId) {
    return stores
        .messages()
        .find(submission.access().workspace().id(), messageId)
        .map(message -> new SubmissionResult.Resumed(accepted(submission, message)));
  }

  private Accepted accepted(Submission submission, Message message) {
    var workspaceId = message.workspaceId();
    var origin = message.origin();
    var lead = origin.leadId().flatMap(id -> stores.leads().find(workspaceId, id));
    var line = origin.lineId().flatMap(id -> stores.lines().find(workspaceId, id));
    return new Accepted(
        message,
        Personalisation.fill(
            message.content(), PlaceholderValues.of(lead, line.map(Line::displayName).orElse(""))),
        lead.filter(known -> isDuplicate(submission, known, message)).isPresent(),
        lead.map(known -> origin.crm().or(known.integrationIds().asCrmIds())).orElse(origin.crm()),
        Senders.knownLaneOf(message.type(), workspaceId, line).orElse(""),
        Optional.empty(),
        message
            .progress()
            .reason()
            .map(why -> new SubmissionResult.Hold(why, message.progress().nextAttemptAt())));
  }

  private static boolean isDuplicate(Submission submission, Lead lead, Message message) {
    return submission.words().recipient().leadId().filter(id -> !id.isBlank()).isEmpty()
        && !lead.wasMadeFor(message.id());
  }
}
