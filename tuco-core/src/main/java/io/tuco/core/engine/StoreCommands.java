package io.tuco.core.engine;

import io.tuco.core.dispatch.DispatchCommand;
import io.tuco.core.dispatch.DispatchMachine;
import io.tuco.core.dispatch.LaneTurn;
import io.tuco.core.store.LaneStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Carries out a turn's commands of kind {@code STORE} and hands the result to the machine. */
public final class StoreCommands {

  private final DispatchMachine machine;
  private final LaneClaims claims;
  private final SendRecords records;
  private final LaneStore lanes;
  private final Clock clock;

  public StoreCommands(
      DispatchMachine machine,
      LaneClaims claims,
      SendRecords records,
      LaneStore lanes,
      Clock clock) {
    this.machine = machine;
    this.claims = claims;
    this.records = records;
    this.lanes = lanes;
    this.clock = clock;
  }

  public LaneTurn carryOut(LaneTurn turn) {
    if (turn.command() instanceof DispatchCommand.Claim claim) {
      var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      return machine.claimed(turn, claims.claim(claim.laneId(), now));
    }
    if (turn.command() instanceof DispatchCommand.Record write) {
      return machine.recorded(turn, records.record(write));
    }
    if (turn.command() instanceof DispatchCommand.Release release) {
      // A lane that has moved on is not ours to give back; its new owner honours what it finds.
      lanes.release(release.lane(), release.freeAt());
      return machine.released(turn);
    }
    throw new IllegalArgumentException("not a command for the store: " + turn);
  }
}
