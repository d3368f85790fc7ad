package io.tuco.camel.channel;

import io.tuco.camel.outbound.OutboundAnswer;
import io.tuco.camel.outbound.OutboundAnswer.Answered;
import io.tuco.camel.outbound.OutboundAnswer.Failed;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeliveryOutcome.Accepted;
import io.tuco.core.dispatch.DeliveryOutcome.NotSent;
import io.tuco.core.dispatch.DeliveryOutcome.Refused;
import io.tuco.core.dispatch.DeliveryOutcome.Scope;
import io.tuco.core.dispatch.DeliveryOutcome.Unknown;
import java.util.Optional;

/**
 * What the relay's answer to a send means, row by row of the relay contract, section 4. A row that
 * nobody thought of is unknown.
 */
final class RelayOutcomes {

  private static final int NOT_ON_IMESSAGE = 22;
  private static final String QUEUED = "Message is already queued to be sent!";
  private static final String SEE_ERROR_CODE = "See attached message error code";
  private static final String HELPER_AWAY = "iMessage Private API Helper is not connected";
  private static final String PRIVATE_API_OFF = "iMessage Private API is not enabled";

  private final RelayReplyCodec replies;

  RelayOutcomes(RelayReplyCodec replies) {
    this.replies = replies;
  }

  DeliveryOutcome of(OutboundAnswer answer) {
    if (answer instanceof Failed failed) {
      return failed.nothingLeft() ? NotSent.because(failed.reason()) : new Unknown(failed.reason());
    }
    return answered((Answered) answer);
  }

  private DeliveryOutcome answered(Answered answer) {
    var reply = replies.read(answer.body());
    return switch (answer.status()) {
      case 200 -> accepted(reply);
      case 400 -> reply.map(RelayOutcomes::badRequest).orElseGet(() -> unknown(400));
      case 401, 403 -> NotSent.senderDown("The device refused our credentials");
      case 404 ->
          reply.isPresent()
              ? unknown(404)
              : NotSent.senderDown("The device does not speak this version of the relay's API");
      case 500 -> reply.map(RelayOutcomes::serverError).orElseGet(() -> unknown(500));
      default -> unknown(answer.status());
    };
  }

  private static DeliveryOutcome accepted(Optional<RelayReply> reply) {
    return reply
        .flatMap(RelayReply::row)
        .<DeliveryOutcome>map(
            row -> row.error() == 0 ? new Accepted(row.guid()) : withCode(row.error()))
        .orElseGet(() -> new Unknown("The device answered without a message"));
  }

  private static DeliveryOutcome badRequest(RelayReply reply) {
    if (reply.says(QUEUED)) {
      return new Unknown("The device is still sending it");
    }
    return reply.isValidationError()
        ? new Refused("The device refused the request: " + reply.errorText(), Scope.MESSAGE)
        : unknown(400);
  }

  private static DeliveryOutcome serverError(RelayReply reply) {
    if (reply.says(HELPER_AWAY) || reply.says(PRIVATE_API_OFF)) {
      return NotSent.because("The device's private API is not connected");
    }
    return reply.says(SEE_ERROR_CODE)
        ? reply.row().map(row -> withCode(row.error())).orElseGet(() -> unknown(500))
        : unknown(500);
  }

  /** Only 22 is definite at once; the device's own row settles every other code. */
  private static DeliveryOutcome withCode(int error) {
    return error == NOT_ON_IMESSAGE
        ? new Refused("Recipient is not on iMessage", Scope.ADDRESS)
        : new Unknown("The device reported error " + error);
  }

  private static Unknown unknown(int status) {
    return new Unknown("The device answered " + status + " without a definite reason");
  }
}
