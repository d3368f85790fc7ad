package io.tuco.camel.channel.sms;

import io.tuco.camel.channel.sms.TwilioReply.Row;
import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import io.tuco.camel.outbound.RetryAfter;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.DeliveryOutcome.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What Twilio's answer to a new message means, row by row of the Twilio contract, section 2. A row
 * that nobody thought of is unknown.
 */
final class SmsOutcomes {

  private static final int NO_CREDENTIALS = 20003;
  private static final int TOO_MANY = 20429;

  /** A longer wish is a mistake, of Twilio's or of something between us. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final TwilioReplyCodec replies;
  private final Clock clock;

  SmsOutcomes(TwilioReplyCodec replies, Clock clock) {
    this.replies = replies;
    this.clock = clock;
  }

  DeliveryOutcome of(OutboundAnswer answer) {
    if (answer instanceof Failed failed) {
      return failed.nothingLeft() ? NotSent.because(failed.reason()) : new Unknown(failed.reason());
    }
    return answered((Answered) answer);
  }

  private DeliveryOutcome answered(Answered answer) {
    return switch (answer.status()) {
      case 200, 201 -> taken(answer);
      case 400, 403, 404 ->
          replies
              .read(answer.body())
              .flatMap(TwilioReply::code)
              .map(code -> refused(TwilioError.of(code), answer))
              .orElseGet(() -> unknown(answer));
      // Who asks for credentials or for fewer requests has not done what was asked.
      case 401 -> refused(TwilioError.of(NO_CREDENTIALS), answer);
      case 429 -> refused(TwilioError.of(TOO_MANY), answer);
      default -> unknown(answer);
    };
  }

  private DeliveryOutcome taken(Answered answer) {
    var row = replies.read(answer.body()).flatMap(TwilioReply::message);
    if (row.filter(Row::failed).isPresent()) {
      return failed(row.flatMap(Row::errorCode));
    }
    return row.filter(taken -> !taken.canceled())
        .<DeliveryOutcome>map(taken -> new Accepted(taken.sid()))
        .orElseGet(() -> new Unknown("Twilio answered without a message"));
  }

  /** It took the text and let it fail at once: a no, whatever a later try might bring. */
  private static Refused failed(Optional<Integer> code) {
    return code.map(TwilioError::of)
        .map(error -> new Refused(error.reason(), scope(error)))
        .orElseGet(() -> new Refused("Twilio failed the text without a code", Scope.MESSAGE));
  }

  private DeliveryOutcome refused(TwilioError error, Answered answer) {
    return switch (error.meaning()) {
      case ADDRESS, PERSON, MESSAGE, SENDER -> new Refused(error.reason(), scope(error));
      case CREDENTIALS -> NotSent.senderDown(error.reason());
      case LATER -> new NotSent(error.reason(), false, pause(answer).or(error::pause));
      case UNSURE -> new Unknown(error.reason());
    };
  }

  private static Scope scope(TwilioError error) {
    return switch (error.meaning()) {
      case ADDRESS -> Scope.ADDRESS;
      case PERSON -> Scope.PERSON;
      case SENDER, CREDENTIALS -> Scope.SENDER;
      case MESSAGE, LATER, UNSURE -> Scope.MESSAGE;
    };
  }

  private Optional<Duration> pause(Answered answer) {
    var now = clock.instant();
    return answer
        .header("Retry-After")
        .flatMap(text -> RetryAfter.parse(text, now))
        .map(due -> Duration.between(now, due))
        .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
        .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private static Unknown unknown(Answered answer) {
    return new Unknown("Twilio answered " + answer.status() + " without a definite reason");
  }
}
