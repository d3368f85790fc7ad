package io.tuco.core.engine.crm;

import io.tuco.core.crm.SendOutcome;
import io.tuco.core.intake.SubmissionResult;
import io.tuco.core.intake.SubmissionResult.Accepted;
import io.tuco.core.message.Message;
import java.util.Optional;

/** What a CRM's order came to, as its connector answers it. */
final class OrderOutcomes {

  private OrderOutcomes() {}

  static SendOutcome of(SubmissionResult result) {
    if (result instanceof SubmissionResult.Resumed resumed) {
      return accepted(resumed.accepted());
    }
    if (result instanceof Accepted accepted) {
      return accepted(accepted);
    }
    if (result instanceof SubmissionResult.Skipped skipped) {
      return original(skipped.original());
    }
    return new SendOutcome(
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.of(why(result)));
  }

  /** Of an order that comes to nothing new. */
  static SendOutcome original(Message message) {
    return new SendOutcome(
        Optional.of(message.id()),
        Optional.of(message.status()),
        true,
        true,
        message.origin().leadId(),
        Optional.empty());
  }

  private static SendOutcome accepted(Accepted accepted) {
    return new SendOutcome(
        Optional.of(accepted.message().id()),
        Optional.of(accepted.status()),
        false,
        accepted.duplicateLead(),
        accepted.message().origin().leadId(),
        accepted.message().progress().errorMessage());
  }

  static String why(SubmissionResult result) {
    return result instanceof SubmissionResult.Rejected rejected
        ? rejected.rejection().message()
        : "The order could not be taken";
  }
}
