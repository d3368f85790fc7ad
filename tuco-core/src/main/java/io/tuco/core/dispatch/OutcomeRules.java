package io.tuco.core.dispatch;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.DispatchStep.Conclude;
import io.tuco.core.line.SenderFault;
import io.tuco.core.message.Actor;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Part;
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
  private static final String BY_DEVICE = "The device could not send it";
  private static final String CHECK_FAILED = "Availability check failed";
  private static final String REPEATED = "Sent again although it may have left";

  private final DispatchSettings settings;

  public OutcomeRules(DispatchSettings settings) {
    this.settings = settings;
  }

  /**
   * The step after a part was sent to {@code address}.
   *
   * @param message in status {@code sending}
   */
  public DispatchStep next(
      Message message, DispatchFacts facts, Address address, DeliveryOutcome outcome, Instant now) {
    return switch (outcome.kind()) {
      case ACCEPTED ->
          accepted(message, address, ((DeliveryOutcome.Accepted) outcome).reference(), now);
      case REFUSED ->
          refused(message, facts, Optional.of(address), (DeliveryOutcome.Refused) outcome, now);
      case NOT_SENT -> notSent(message, facts, (DeliveryOutcome.NotSent) outcome, now);
      // It may have left: a relay can answer 500 after two minutes for a text that arrived.
      case UNKNOWN -> new DispatchStep.Verify(now);
    };
  }

  /**
   * The step after the device was asked about an unknown outcome.
   *
   * @param asked until when the send is known to have lived, by the process that watches it:
   *     neither absence nor an error that may pass proves anything of a later instant
   */
  public DispatchStep next(
      Message message, DispatchFacts facts, Verification verification, Instant asked, Instant now) {
    if (verification instanceof Verification.Found found) {
      return found(message, facts, found, asked, now);
    }
    if (facts.sender().kind() == Sender.Kind.MAIL) {
      return mailOf(message, facts, now);
    }
    if (verification instanceof Verification.Absent && isSettled(message, facts, asked)) {
      return notSent(message, facts, NEVER_SENT, now).withGap().toldByProvider();
    }
    return isToBeResent(message, facts, now)
        ? repeat(message, now)
        : lookAgain(message, facts, now);
  }

  /** It waits again, because of what was said. */
  private static Message retried(
      Message message, Progress progress, Instant due, String because, Instant now) {
    return message
        .waitingAgain(progress.waitingUntil(Optional.of(due), Reasons.RETRY_SCHEDULED), now)
        .explained(because);
  }

  private static final DeliveryOutcome.NotSent NEVER_SENT =
      DeliveryOutcome.NotSent.because("It never left");

  /** The step after a look-up gave no answer: a few more tries, then it failed. */
  DispatchStep unanswered(Message message, List<Address> unreachable, Instant now) {
    var progress = message.progress().withUnreachable(unreachable).afterFailedCheck();
    if (progress.failedChecks() >= DispatchSettings.CHECKS) {
      return Conclude.untested(message.withProgress(progress, now).failed(CHECK_FAILED, now));
    }
    var due = now.plus(DispatchSettings.CHECK_PAUSE);
    return Conclude.untested(retried(message, progress, due, CHECK_FAILED, now));
  }

  /** The step when nobody may write to the person any more: the rest does not leave. */
  static Conclude blocked(Message message, String why, Instant now) {
    return message.hasLeftInPart()
        ? Conclude.answered(ended(message, message.progress(), why, now))
        : Conclude.untested(
            message
                .waitingAgain(message.progress(), now)
                .cancelled(why, now)
                .changedBy(why.equals(Reasons.OPTED_OUT) ? Actor.OPT_OUT : Actor.DISPATCH));
  }

  private static DispatchStep accepted(
      Message message, Address address, String reference, Instant now) {
    var after = message;
    for (var part : taken(message)) {
      after = after.partSent(part, address, reference, now);
    }
    var send = after.progress().send().orElseThrow();
    return Conclude.accepted(
        send.missing().isPresent() ? after : after.sent(send.reference().orElseThrow(), now));
  }

  /** A device takes one part at a time, everybody else the whole message. */
  private static List<Part> taken(Message message) {
    return message.type() == MessageType.IMESSAGE
        ? List.of(part(message))
        : message.progress().send().orElseThrow().parts();
  }

  private DispatchStep refused(
      Message message,
      DispatchFacts facts,
      Optional<Address> address,
      DeliveryOutcome.Refused refused,
      Instant now) {
    var progress = message.progress().afterAttempt();
    var goesOn = !message.hasLeftInPart();
    return switch (refused.scope()) {
      case ADDRESS ->
          goesOn
              ? nextAddress(message, progress, address, refused.reason(), now)
              : Conclude.answered(refusedFor(message, progress, refused.reason(), now));
      case PERSON -> Conclude.answered(refusedFor(message, progress, refused.reason(), now));
      case MESSAGE -> Conclude.refused(refusedFor(message, progress, refused.reason(), now));
      case SENDER -> senderRefused(message, facts, progress, refused.reason(), now);
    };
  }

  /** A sender that may not send leaves the message to another one, where there is one. */
  private static DispatchStep senderRefused(
      Message message, DispatchFacts facts, Progress progress, String reason, Instant now) {
    var after =
        facts.movable() && !message.origin().linePinned()
            ? retried(message, progress, now, reason, now).toldByProvider()
            : refusedFor(message, progress, reason, now);
    return new Conclude(
        after, true, Closing.Success.NO, Optional.of(SenderFault.untilChanged(reason)));
  }

  private static DispatchStep nextAddress(
      Message message, Progress progress, Optional<Address> address, String reason, Instant now) {
    var found = progress.withUnreachable(address.map(List::of).orElseGet(List::of));
    var tried = message.progress().send().map(Send::addresses).orElseGet(List::of);
    if (!DispatchStep.remaining(tried, found.unreachable()).isEmpty()) {
      return Conclude.answered(retried(message, found, now, reason, now).toldByProvider());
    }
    var checked = message.withProgress(found, now);
    return Conclude.answered(
        message.type() == MessageType.IMESSAGE
            ? checked.fellBack(now).toldByProvider().explained(reason)
            : checked.failed(reason, now).toldByProvider());
  }

  private Conclude notSent(
      Message message, DispatchFacts facts, DeliveryOutcome.NotSent notSent, Instant now) {
    var progress = message.progress().afterAttempt();
    var after =
        retryAt(message, facts, notSent, now)
            .map(due -> retried(message, progress, due, notSent.reason(), now))
            .orElseGet(() -> ended(message, progress, notSent.reason(), now));
    return new Conclude(
        after,
        false,
        Closing.Success.NO,
        Optional.of(SenderFault.untilProbed(notSent.reason()))
            .filter(fault -> notSent.senderDown()));
  }

  private Optional<Instant> retryAt(
      Message message, DispatchFacts facts, DeliveryOutcome.NotSent notSent, Instant now) {
    var made = message.progress().attempts() + 1;
    var salt = message.progress().send().map(Send::id).orElse(message.id());
    return settings
        .retriesOf(facts.sender().kind())
        .after(made, now, salt)
        .map(due -> notSent.retryAfter().map(now::plus).orElse(due));
  }

  /** Nobody can be asked about an e-mail: one repeat under its same Message-ID, then it stays. */
  private DispatchStep mailOf(Message message, DispatchFacts facts, Instant now) {
    if (!isSettled(message, facts, now)) {
      var began = message.progress().send().flatMap(Send::unknownFrom).orElse(now);
      return new DispatchStep.Verify(began.plus(settings.lives().mail()));
    }
    return repeat(message, now);
  }

  /** Sent again although it may have left. */
  private static DispatchStep repeat(Message message, Instant now) {
    var progress = message.progress().afterRepeat();
    return Conclude.untested(retried(message, progress, now, REPEATED, now)).withGap();
  }

  /** Whether nobody will ever know: a mail whose repeat was lost as well. */
  static boolean isBeyondSettling(Message message, DispatchFacts facts) {
    return facts.sender().kind() == Sender.Kind.MAIL && message.progress().tries().repeats() > 0;
  }

  private static boolean isToBeResent(Message message, DispatchFacts facts, Instant now) {
    return facts
        .workspace()
        .unknownPolicy()
        .resendAfter()
        .filter(wait -> age(message, now).compareTo(wait) >= 0)
        .isPresent();
  }

  private DispatchStep found(
      Message message, DispatchFacts facts, Verification.Found found, Instant asked, Instant now) {
    if (facts.sender().kind() != Sender.Kind.DEVICE && found.errorCode() != 0) {
      return refusedWithCode(message, facts, found, "The carrier could not deliver it", now);
    }
    return switch (found.errorCode()) {
      case 0 -> accepted(message, addressOf(message, found), found.reference(), now);
      case NOT_ON_IMESSAGE ->
          refused(
              message,
              facts,
              found.address(),
              new DeliveryOutcome.Refused(
                  "Recipient is not on iMessage", DeliveryOutcome.Scope.ADDRESS),
              now);
      case TIMED_OUT ->
          age(message, asked).compareTo(DispatchSettings.TIMEOUT_ROW_LIFE) < 0
              ? lookAgain(message, facts, now)
              : refusedWithCode(message, facts, found, BY_DEVICE, now);
      default -> refusedWithCode(message, facts, found, BY_DEVICE, now);
    };
  }

  private static Address addressOf(Message message, Verification.Found found) {
    return found
        .address()
        .orElseGet(() -> message.progress().send().orElseThrow().addresses().get(0));
  }

  private DispatchStep refusedWithCode(
      Message message, DispatchFacts facts, Verification.Found found, String what, Instant now) {
    var reason = what + " (error " + found.errorCode() + ")";
    return refused(
        message,
        facts,
        found.address(),
        new DeliveryOutcome.Refused(reason, DeliveryOutcome.Scope.MESSAGE),
        now);
  }

  private DispatchStep lookAgain(Message message, DispatchFacts facts, Instant now) {
    var life = settings.settledAfter(facts.sender().kind(), part(message));
    return new DispatchStep.Verify(now.plus(settings.lookAgainAfter(age(message, now), life)));
  }

  private boolean isSettled(Message message, DispatchFacts facts, Instant now) {
    var life = settings.settledAfter(facts.sender().kind(), part(message));
    return age(message, now).compareTo(life) >= 0;
  }

  /** Failed for good; where something has left already, the part that did not is named. */
  private static Message ended(Message message, Progress progress, String reason, Instant now) {
    var error = message.hasLeftInPart() ? nameOf(part(message)) + ": " + reason : reason;
    return message.withProgress(progress, now).failed(error, now);
  }

  private static Message refusedFor(
      Message message, Progress progress, String reason, Instant now) {
    return ended(message, progress, reason, now).toldByProvider();
  }

  private static String nameOf(Part part) {
    return part.file().map(file -> "Attachment " + file.name()).orElse("Text");
  }

  private static Part part(Message message) {
    return message.progress().send().flatMap(Send::missing).orElseThrow();
  }

  private static Duration age(Message message, Instant now) {
    var began = message.progress().send().flatMap(Send::unknownFrom).orElse(now);
    return Duration.between(began, now);
  }
}
