package io.tuco.core.engine;

import io.tuco.core.dispatch.Availability;
import io.tuco.core.dispatch.DeliveryOutcome;
import io.tuco.core.dispatch.DeviceRows;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchMachine;
import io.tuco.core.dispatch.LaneSlot;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.message.Message;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * A lane's turns, step by step: each method takes what a command came to and answers with the next
 * one. Routes and simulations carry the commands out and decide nothing.
 */
public final class LaneTurns {

  private final DispatchMachine machine;
  private final StoreCommands store;
  private final Reconciliation reconciliation;
  private final Suppression suppression;
  private final AvailabilityMemory availability;
  private final LaneDesks desks;
  private final NodeLease node;
  private final Clock clock;

  LaneTurns(
      DispatchMachine machine,
      StoreCommands store,
      Reconciliation reconciliation,
      Suppression suppression,
      AvailabilityMemory availability,
      LaneDesks desks,
      NodeLease node,
      Clock clock) {
    this.machine = machine;
    this.store = store;
    this.reconciliation = reconciliation;
    this.suppression = suppression;
    this.availability = availability;
    this.desks = desks;
    this.node = node;
    this.clock = clock;
  }

  /** To be called when something may be new in a lane, before a turn of it begins. */
  public void expectMore(String laneId) {
    desks.expectMore(laneId, clock.instant());
  }

  /** To be called when a message was accepted for the lane here. */
  public void expect(String laneId, Message accepted) {
    desks.expect(laneId, accepted);
  }

  /**
   * A turn about to claim its lane.
   *
   * @param key of a {@link LaneSlot}
   */
  public LaneTurn begin(String key) {
    return machine.begin(LaneSlot.parse(key));
  }

  /**
   * Carries out a command for the store. Before a further part of a message, whether the person may
   * still be written to is asked again: the part before may have taken minutes, or hours when its
   * process died.
   */
  public LaneTurn carryOut(LaneTurn turn) {
    var next = store.carryOut(turn);
    return turn.command() instanceof DispatchCommand.Record
            && next.command() instanceof DispatchCommand.Send
        ? unlessBlocked(next)
        : next;
  }

  /**
   * Goes on with the answer to a {@code CHECK}. It may have taken minutes; then whether the person
   * may be written to at all is asked again, right before the call (compliance, section 1).
   */
  public LaneTurn checked(LaneTurn turn, Availability answer) {
    var check = (DispatchCommand.Check) turn.command();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    availability.note(turn.workspaceId(), check.address(), answer, now);
    var next = machine.checked(turn, answer);
    return machine.mustAskAgain(next) ? unlessBlocked(next) : next;
  }

  private LaneTurn unlessBlocked(LaneTurn send) {
    var message = ((DispatchCommand.Send) send.command()).message();
    return suppression.of(message, send.lead()).map(why -> machine.blocked(send, why)).orElse(send);
  }

  /**
   * To be called right before the first byte of a {@code SEND}: answers with the same command,
   * whose call begins now, or with another where it may not begin any more. Never in a turn that
   * outlived this node's lease: others may have taken its lane over.
   */
  public LaneTurn calling(LaneTurn turn) {
    return node.isHeldSince(turn.begunAtNanos()) ? machine.calling(turn) : machine.heldUp(turn);
  }

  /** Goes on with the outcome of a {@code SEND}. */
  public LaneTurn answered(LaneTurn turn, DeliveryOutcome outcome) {
    return machine.answered(turn, outcome);
  }

  /** Goes on with what the provider shows of a send in answer to a {@code VERIFY}. */
  public LaneTurn verified(LaneTurn turn, DeviceRows rows) {
    var asked = (DispatchCommand.Verify) turn.command();
    return machine.verified(turn, reconciliation.judge(asked.message(), rows));
  }

  /** Goes on after a {@code PUBLISH}. */
  public LaneTurn published(LaneTurn turn) {
    return machine.published(turn);
  }
}
