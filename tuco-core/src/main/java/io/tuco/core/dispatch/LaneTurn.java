package io.tuco.core.dispatch;

import io.tuco.core.lead.Lead;
import java.time.Instant;
import java.util.Optional;

/**
 * One turn of a lane's slot, as far as it has come: the command to carry out next, and what the
 * machine must remember meanwhile. Immutable; {@link DispatchMachine} makes the next one.
 */
public final class LaneTurn {

  private final LaneSlot slot;
  private final DispatchCommand command;
  private final Optional<Attempt> attempt;
  private final long begunAtNanos;
  private final long steppedAtNanos;

  LaneTurn(
      LaneSlot slot,
      DispatchCommand command,
      Optional<Attempt> attempt,
      long begunAtNanos,
      long steppedAtNanos) {
    this.slot = slot;
    this.command = command;
    this.attempt = attempt;
    this.begunAtNanos = begunAtNanos;
    this.steppedAtNanos = steppedAtNanos;
  }

  public String laneId() {
    return slot.laneId();
  }

  LaneSlot slot() {
    return slot;
  }

  public DispatchCommand command() {
    return command;
  }

  public boolean isOver() {
    return command.kind() == DispatchCommand.Kind.FINISH;
  }

  public boolean isOpen() {
    return !isOver();
  }

  /** When the lane wants to be looked at again, once the turn is over. */
  public Optional<Instant> lookAgainAt() {
    return command instanceof DispatchCommand.Finish finish
        ? finish.lookAgainAt()
        : Optional.empty();
  }

  /** Whether a wake before {@link #lookAgainAt()} would be pointless. */
  public boolean rests() {
    return command instanceof DispatchCommand.Finish finish && finish.rests();
  }

  /** The workspace whose message is being sent. */
  public String workspaceId() {
    return attempt().message().workspaceId();
  }

  /** Whom the message is for, as far as is known. */
  public Optional<Lead> lead() {
    return attempt().facts().lead();
  }

  Attempt attempt() {
    return attempt.orElseThrow(() -> new IllegalStateException("nothing is claimed in " + slot));
  }

  /** When the turn began, on the monotonic clock. */
  public long begunAtNanos() {
    return begunAtNanos;
  }

  long steppedAtNanos() {
    return steppedAtNanos;
  }

  @Override
  public String toString() {
    return slot.key() + ":" + command.kind();
  }
}
