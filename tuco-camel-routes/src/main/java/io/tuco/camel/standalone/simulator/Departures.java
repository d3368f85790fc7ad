package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Decides what becomes of a send: the usual, or what an armed fault makes of it. */
final class Departures {

  private static final String SEE_CODE = "Failed to send message! See attached message error code.";
  private static final String SEE_ROW = "[500] Message sent with an error. See attached message";
  private static final String NO_HELPER = "iMessage Private API Helper is not connected!";

  private final Ledger ledger;
  private final Faults faults;
  private final Vertx vertx;
  private final Duration messageDelay;

  Departures(Ledger ledger, Faults faults, Vertx vertx, Duration messageDelay) {
    this.ledger = ledger;
    this.faults = faults;
    this.vertx = vertx;
    this.messageDelay = messageDelay;
  }

  /** A tempGuid is compared with the sends on their way and forgotten with the answer. */
  Future<RelayAnswer> send(RelayCall call, Outgoing outgoing) {
    var device = call.device();
    if (device.isInFlight(outgoing.tempGuid())) {
      return Future.succeededFuture(alreadyQueued(outgoing));
    }
    device.begin(outgoing.tempGuid());
    var aim = Fault.Aim.of(device.name(), outgoing.chat().address());
    return pause(messageDelay)
        .compose(
            go ->
                faults
                    .take(FaultKind::strikesSends, aim)
                    .map(fault -> struck(fault, call, outgoing))
                    .orElseGet(() -> usual(device, outgoing)))
        .onComplete(answered -> device.end(outgoing.tempGuid()));
  }

  private Future<RelayAnswer> usual(RelayDevice device, Outgoing outgoing) {
    return ledger.leave(device, outgoing, true).map(sent -> success(device, sent));
  }

  private Future<RelayAnswer> struck(Fault fault, RelayCall call, Outgoing outgoing) {
    var device = call.device();
    return switch (fault.kind()) {
      case TIMEOUT_AFTER_SEND ->
          ledger.leave(device, outgoing, true).compose(sent -> unanswered(call));
      case TIMEOUT_BEFORE_SEND -> unanswered(call);
      case ERROR_NULL_DATA -> nullData(fault, device, outgoing);
      case ERROR_22, NO_IMESSAGE ->
          ledger
              .refuse(device, outgoing, MessageRow.NOT_ON_IMESSAGE)
              .map(row -> RelayAnswer.sendError(SEE_CODE, device.json().answer(row)));
      case ERROR_NO_DATA ->
          ledger
              .refuse(device, outgoing, MessageRow.NOT_ON_IMESSAGE)
              .map(row -> RelayAnswer.sendError(SEE_ROW));
      case STALL -> stalled(fault, device, outgoing);
      case IN_FLIGHT_400 -> Future.succeededFuture(alreadyQueued(outgoing));
      case HELPER_DISCONNECTED -> Future.succeededFuture(RelayAnswer.sendError(NO_HELPER));
      case DROP_WEBHOOK, DUPLICATE_WEBHOOK, DOWN ->
          throw new IllegalArgumentException(fault.kind() + " does not strike sends");
    };
  }

  /**
   * The server gave up on the call before its row appeared, so it tells the news without tempGuid.
   */
  private Future<RelayAnswer> nullData(Fault fault, RelayDevice device, Outgoing outgoing) {
    var answer = RelayAnswer.sendError(SEE_CODE, NullNode.getInstance());
    return fault.leaving() == Fault.Leaving.NEVER
        ? Future.succeededFuture(answer)
        : ledger.leave(device, outgoing, false).map(answer);
  }

  private Future<RelayAnswer> stalled(Fault fault, RelayDevice device, Outgoing outgoing) {
    return fault.leaving() == Fault.Leaving.WITH_THE_ANSWER
        ? pause(fault.delay()).compose(go -> usual(device, outgoing))
        : usual(device, outgoing).compose(answer -> pause(fault.delay()).map(answer));
  }

  /** The connection is held until the caller gives up; what is answered then reaches nobody. */
  private static Future<RelayAnswer> unanswered(RelayCall call) {
    return call.closed().map(RelayAnswer.UNKNOWN_ROUTE);
  }

  private Future<Void> pause(Duration duration) {
    return duration.isZero()
        ? Future.succeededFuture()
        : vertx.timer(duration.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static RelayAnswer alreadyQueued(Outgoing outgoing) {
    return RelayAnswer.badRequest(
        "Message is already queued to be sent! (Temp GUID: %s)"
            .formatted(outgoing.tempGuid().orElse("")));
  }

  private static RelayAnswer success(RelayDevice device, SentMessage sent) {
    var row = device.json().answer(sent.row());
    var data =
        switch (sent.kind()) {
          case TEXT, REACTION -> tagged(row, sent);
          // The recording's attachment answer has no tempGuid.
          case ATTACHMENT -> row;
          case CHAT -> device.json().newChat(sent.row().chat(), List.of(inNewChat(row, sent)));
        };
    return RelayAnswer.ok(sent.kind().success(), data);
  }

  private static ObjectNode inNewChat(ObjectNode row, SentMessage sent) {
    row.remove("chats");
    return tagged(row, sent);
  }

  private static ObjectNode tagged(ObjectNode row, SentMessage sent) {
    sent.tempGuid().ifPresent(guid -> row.put("tempGuid", guid));
    return row;
  }
}
