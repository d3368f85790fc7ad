package io.tuco.core.engine;

import io.tuco.core.dispatch.Closing;
import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchMachine;
import io.tuco.core.dispatch.DispatchSettings;
import io.tuco.core.dispatch.Intent;
import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.LaneSlot;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.StoreException;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Carries out a turn's commands of kind {@code STORE} and hands the result to the machine. */
final class StoreCommands {

  private static final int RIVALS = 20;

  private final Stores stores;
  private final DispatchMachine machine;
  private final LaneClaims claims;
  private final SendRecords records;
  private final LaneDesks desks;
  private final SenderWatch senders;
  private final NodeLease node;
  private final Clock clock;

  StoreCommands(
      Stores stores,
      DispatchMachine machine,
      LaneClaims claims,
      SendRecords records,
      LaneDesks desks,
      SenderWatch senders,
      NodeLease node,
      Clock clock) {
    this.stores = stores;
    this.machine = machine;
    this.claims = claims;
    this.records = records;
    this.desks = desks;
    this.senders = senders;
    this.node = node;
    this.clock = clock;
  }

  LaneTurn carryOut(LaneTurn turn) {
    if (turn.command() instanceof DispatchCommand.Claim claim) {
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      var slot = new LaneSlot(claim.laneId(), claim.slot());
      return machine.claimed(turn, claims.claim(slot, now));
    }
    if (turn.command() instanceof DispatchCommand.Record write) {
      return record(turn, write);
    }
    if (turn.command() instanceof DispatchCommand.Release release) {
      release(release);
      return machine.released(turn);
    }
    throw new IllegalArgumentException("not a command for the store: " + turn);
  }

  /**
   * That something was sent may always be stored. What else a turn says that outlived this node's
   * lease is not: others may have gone on with its attempt, and the lane's owner will settle it.
   */
  private LaneTurn record(LaneTurn turn, DispatchCommand.Record write) {
    if (write.after().status() != MessageStatus.SENT && !node.isHeldSince(turn.begunAtNanos())) {
      desks.of(turn.laneId()).forgetLane();
      return machine.overtaken(turn);
    }
    var written = records.record(write);
    return written.ours() ? machine.recorded(turn, written.events()) : machine.overtaken(turn);
  }

  /** A lane that has moved on is not ours to give back; its new owner honours what it finds. */
  private void release(DispatchCommand.Release release) {
    var intent = release.lane().inFlight(release.slot()).orElseThrow();
    var desk = desks.of(release.lane().id());
    synchronized (desk) {
      try {
        released(desk, intent, release.closing()).ifPresent(lane -> judge(lane, release));
      } catch (StoreException e) {
        desk.forgetLane();
        throw e;
      }
    }
  }

  /** Other slots of the lane may have changed it meanwhile; our own intent is the same or gone. */
  private Optional<Lane> released(LaneDesk desk, Intent intent, Closing closing) {
    for (var rival = 0; rival < RIVALS; rival++) {
      var lane = desk.seen().or(() -> stores.lanes().find(desk.laneId()));
      if (lane.flatMap(seen -> seen.inFlight(intent.slot())).filter(intent::equals).isEmpty()) {
        desk.forgetLane();
        return Optional.empty();
      }
      var next = lane.get().releasedBy(intent.slot(), closing);
      if (stores.lanes().replace(lane.get(), next)) {
        desk.see(next);
        return Optional.of(next);
      }
      desk.forgetLane();
    }
    return Optional.empty();
  }

  /** So many failures in a row that the sender itself must be the reason. */
  private void judge(Lane lane, DispatchCommand.Release release) {
    if (release.closing().success() == Closing.Success.NO
        && lane.failures() >= DispatchSettings.FAILURES_UNTIL_DOWN) {
      release
          .facts()
          .ifPresent(
              facts ->
                  senders.suspect(
                      facts,
                      lane.failures() + " failed sends in a row",
                      release.closing().endedAt()));
    }
  }
}
