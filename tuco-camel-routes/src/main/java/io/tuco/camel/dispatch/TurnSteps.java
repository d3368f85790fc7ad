package io.tuco.camel.dispatch;

import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.engine.LaneTurns;
import org.apache.camel.Exchange;

/**
 * The way between a turn and its commands: the turn waits in a variable while the command travels
 * in the body; the result in the body makes the next turn.
 */
final class TurnSteps {

  static final String TURN = "tuco-turn";

  private final LaneTurns turns;

  TurnSteps(LaneTurns turns) {
    this.turns = turns;
  }

  void begin(Exchange exchange) {
    put(exchange, turns.begin(exchange.getMessage().getBody(String.class)));
  }

  /** The turn in the body has a command for the store. */
  void carryOut(Exchange exchange) {
    var turn = exchange.getMessage().getBody(LaneTurn.class);
    var next = turns.carryOut(turn);
    if (turn.command() instanceof DispatchCommand.Record stored && next.isOpen()) {
      AttemptLog.note(stored);
    }
    put(exchange, next);
  }

  /** Puts the command in the body; the turn stays in its variable. */
  void command(Exchange exchange) {
    exchange.getMessage().setBody(turn(exchange).command());
  }

  /** Right before the call of a send, which may come to something else by now. */
  void calling(Exchange exchange) {
    put(exchange, turns.calling(turn(exchange)));
  }

  void checked(Exchange exchange) {
    put(exchange, turns.checked(turn(exchange), result(exchange, Availability.class)));
  }

  void answered(Exchange exchange) {
    put(exchange, turns.answered(turn(exchange), result(exchange, DeliveryOutcome.class)));
  }

  void verified(Exchange exchange) {
    put(exchange, turns.verified(turn(exchange), result(exchange, DeviceRows.class)));
  }

  void published(Exchange exchange) {
    put(exchange, turns.published(turn(exchange)));
  }

  void outbox(Exchange exchange) {
    var publish = (DispatchCommand.Publish) turn(exchange).command();
    exchange.getMessage().setBody(publish.outbox());
  }

  static LaneTurn turn(Exchange exchange) {
    return exchange.getVariable(TURN, LaneTurn.class);
  }

  /** Whom the command in hand is for. */
  static Sender sender(Exchange exchange) {
    var command = turn(exchange).command();
    return command instanceof DispatchCommand.Send send
        ? send.sender()
        : ((DispatchCommand.Verify) command).sender();
  }

  private static void put(Exchange exchange, LaneTurn turn) {
    exchange.setVariable(TURN, turn);
    exchange.getMessage().setBody(turn);
  }

  private static <T> T result(Exchange exchange, Class<T> type) {
    return exchange.getMessage().getBody(type);
  }
}
