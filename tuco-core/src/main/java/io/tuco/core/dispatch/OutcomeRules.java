package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchStep.Conclude;
import io.tuco.core.message.Message;
import io.tuco.core.message.Progress;
import io.tuco.core.message.Reasons;
import io.tuco.core.message.Send;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happens after a provider has answered, or has failed to. */
public final class OutcomeRules {

  private static final int NOT_ON_IMESSAGE = 22;
  private static final int TIMED_OUT = 4;

  private final DispatchSettings settings;

  public OutcomeRules(DispatchSettings settings) {
    this.settings = settings;
  }

  /**
   * The step after a send to {@code address}.
   *
   * @param message in status {@code sending}
   */
  public DispatchStep next(Message message, Address address, DeliveryOutcome outcome, Instant now) {
    return switch (outcome.kind()) {
      case ACCEPTED -> accepted(message, ((DeliveryOutcome.Accepted) outcome).reference(), now);
      case REFUSED ->
          refused(message, Optional.of(address), (DeliveryOutcome.Refused) outcome, now);
      case NOT_SENT -> notSent(message, (DeliveryOutcome.NotSent) outcome, now);
      // It may have left: a relay can answer 500 after two minutes for a text that arrived.
      case UNKNOWN -> new DispatchStep.Verify(now);
    };
  }

  /**
   * The step after the device was asked about an unknown outcome.
   *
   * @param asked when the question was put: absence proves nothing of any later instant
   */
  public DispatchStep next(Message message, Verification verification, Instant asked, Instant now) {
    if (verification instanceof Verification.Found found) {
      return found(message, found, now);
    }
    if (verification instanceof Verification.Absent && isSettled(message, asked)) {
      return notSent(message, DeliveryOutcome.NotSent.because("The device never sent it"), now);
    }
    return lookAgain(message, now);
  }

  /** The step after a look-up gave no answer: a few more tries, then it failed. */
  DispatchStep unanswered(Message message, List<Address> unreachable, Instant now) {
    var progress = message.progress().withUnreachable(unreachable).afterFailedCheck();
    if (progress.failedChecks() >= DispatchSettings.CHECKS) {
      return Conclude.withNothingLeft(
          message.withProgress(progress, now).failed("Availability check failed", now));
    }
    var due = now.plus(DispatchSettings.CHECK_PAUSE);
    return Conclude.withNothingLeft(
        message.waitingAgain(
            progress.waitingUntil(Optional.of(due), Reasons.RETRY_SCHEDULED), now));
  }

  private DispatchStep accepted(Message message, String reference, Instant now) {
    return Conclude.afterTheDeviceActed(message.sent(reference, now));
  }

  private DispatchStep refused(
      Message message, Optional<Address> address, DeliveryOutcome.Refused refused, Instant now) {
    var progress = message.progress().afterAttempt();
    if (refused.scope() != DeliveryOutcome.Scope.ADDRESS) {
      return Conclude.afterTheDeviceActed(
          message.withProgress(progress, now).failed(refused.reason(), now));
    }
    return nextAddress(
        message, progress.withUnreachable(address.map(List::of).orElseGet(List::of)), now);
  }

  private DispatchStep nextAddress(Message message, Progress progress, Instant now) {
    var tried = message.progress().send().map(Send::addresses).orElseGet(List::of);
    var left = DispatchStep.remaining(tried, progress.unreachable());
    return Conclude.afterTheDeviceActed(
        left.isEmpty()
            ? message.withProgress(progress, now).fellBack(now)
            : message.waitingAgain(
                progress.waitingUntil(Optional.of(now), Reasons.RETRY_SCHEDULED), now));
  }

  private DispatchStep notSent(Message message, DeliveryOutcome.NotSent notSent, Instant now) {
    var progress = message.progress().afterAttempt();
    var after =
        settings
            .retries()
            .after(progress.attempts(), now)
            .map(
                due ->
                    message.waitingAgain(
                        progress.waitingUntil(Optional.of(due), Reasons.RETRY_SCHEDULED), now))
            .orElseGet(() -> message.withProgress(progress, now).failed(notSent.reason(), now));
    return new Conclude(after, false, notSent.senderDown());
  }

  private DispatchStep found(Message message, Verification.Found found, Instant now) {
    return switch (found.errorCode()) {
      case 0 -> accepted(message, found.reference(), now);
      case NOT_ON_IMESSAGE ->
          refused(
              message,
              found.address(),
              new DeliveryOutcome.Refused(
                  "Recipient is not on iMessage", DeliveryOutcome.Scope.ADDRESS),
              now);
      case TIMED_OUT ->
          age(message, now).compareTo(DispatchSettings.TIMEOUT_ROW_LIFE) < 0
              ? lookAgain(message, now)
              : refusedWithCode(message, found, now);
      default -> refusedWithCode(message, found, now);
    };
  }

  private DispatchStep refusedWithCode(Message message, Verification.Found found, Instant now) {
    var reason = "The device could not send it (error " + found.errorCode() + ")";
    return refused(
        message,
        found.address(),
        new DeliveryOutcome.Refused(reason, DeliveryOutcome.Scope.MESSAGE),
        now);
  }

  private DispatchStep lookAgain(Message message, Instant now) {
    return new DispatchStep.Verify(now.plus(settings.lookAgainAfter(age(message, now))));
  }

  private boolean isSettled(Message message, Instant now) {
    return age(message, now).compareTo(settings.settledAfter()) >= 0;
  }

  private static Duration age(Message message, Instant now) {
    var began = message.progress().send().flatMap(Send::unknownFrom).orElse(now);
    return Duration.between(began, now);
  }
}
