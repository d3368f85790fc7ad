package io.tuco.camel.dispatch;

import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchMachine;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.engine.NodeLease;
import io.tuco.core.engine.Reconciliation;
import org.apache.camel.Exchange;

/**
 * The way between a turn and its commands: the turn waits in a variable while the command travels
 * in the body; the result in the body makes the next turn.
 */
final class TurnSteps {

  static final String TURN = "tuco-turn";

  private final DispatchMachine machine;
  private final Reconciliation reconciliation;
  private final NodeLease node;

  TurnSteps(DispatchMachine machine, Reconciliation reconciliation, NodeLease node) {
    this.machine = machine;
    this.reconciliation = reconciliation;
    this.node = node;
  }

  void begin(Exchange exchange) {
    put(exchange, machine.begin(exchange.getMessage().getBody(String.class)));
  }

  /** Puts the command in the body; the turn stays in its variable. */
  void command(Exchange exchange) {
    exchange.getMessage().setBody(turn(exchange).command());
  }

  /** The same for a send, whose call counts as begun from here on. */
  void beginCall(Exchange exchange) {
    put(exchange, machine.calling(turn(exchange)));
    command(exchange);
  }

  boolean maySend(Exchange exchange) {
    return machine.maySend(turn(exchange)) && node.isHeld();
  }

  void heldUp(Exchange exchange) {
    put(
        exchange,
        machine.answered(
            turn(exchange),
            DeliveryOutcome.NotSent.because("This node was held up before the send")));
  }

  void checked(Exchange exchange) {
    put(exchange, machine.checked(turn(exchange), result(exchange, Availability.class)));
  }

  void answered(Exchange exchange) {
    put(exchange, machine.answered(turn(exchange), result(exchange, DeliveryOutcome.class)));
  }

  void verified(Exchange exchange) {
    var turn = turn(exchange);
    var asked = (DispatchCommand.Verify) turn.command();
    var verification = reconciliation.judge(asked.message(), result(exchange, DeviceRows.class));
    put(exchange, machine.verified(turn, verification));
  }

  void published(Exchange exchange) {
    put(exchange, machine.published(turn(exchange)));
  }

  void outbox(Exchange exchange) {
    var publish = (DispatchCommand.Publish) turn(exchange).command();
    exchange.getMessage().setBody(publish.outbox());
  }

  static LaneTurn turn(Exchange exchange) {
    return exchange.getVariable(TURN, LaneTurn.class);
  }

  static void put(Exchange exchange, LaneTurn turn) {
    exchange.setVariable(TURN, turn);
    exchange.getMessage().setBody(turn);
  }

  private static <T> T result(Exchange exchange, Class<T> type) {
    return exchange.getMessage().getBody(type);
  }
}
