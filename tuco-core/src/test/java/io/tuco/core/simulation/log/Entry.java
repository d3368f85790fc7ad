package io.tuco.core.simulation.log;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One thing that happened in a run, as somebody outside the engine saw it. */
public sealed interface Entry {

  Moment at();

  /** How a provider answered a call. */
  enum Answer {
    ACCEPTED,
    REFUSED,
    NOT_SENT,
    UNKNOWN
  }

  /** A person of a workspace, with every address. */
  record Person(Moment at, String person, String workspaceId, List<String> addresses)
      implements Entry {}

  /** A workspace, and after how long it has unknown sends repeated, where it does. */
  record Tenant(Moment at, String workspaceId, Optional<Duration> resendAfter) implements Entry {}

  /** What a line may do from now on. */
  record Limits(
      Moment at,
      String lineId,
      ZoneId capZone,
      int total,
      int firsts,
      int hourFirsts,
      Duration contactGap)
      implements Entry {}

  /** A line is there no more, for good. */
  record Removed(Moment at, String lineId) implements Entry {}

  /** The pause of a device from now on. */
  record Pace(Moment at, String sender, Duration gap) implements Entry {}

  /** A sender is shown as healthy, or not, from now on. */
  record Health(Moment at, String sender, boolean healthy) implements Entry {}

  /** The servers' wall clock was set. */
  record ClockStep(Moment at, Duration by) implements Entry {}

  /** A message can be read through the API. */
  record Born(Moment at, Letter letter) implements Entry {}

  /** A client was told that the message is accepted. */
  record Accepted(Moment at, String messageId) implements Entry {}

  /**
   * What the API shows of a message from now on.
   *
   * @param sendId the attempt it is in, or was last in
   */
  record Shown(
      Moment at,
      String messageId,
      String status,
      boolean unknown,
      Optional<String> sendId,
      Optional<String> reason)
      implements Entry {}

  /**
   * What the API tells of the past of a message in this status.
   *
   * @param moves each {@code from>to}, oldest first; the first has no {@code from}
   * @param leftOut how many are missing after the first {@code kept}
   */
  record Told(Moment at, String messageId, String status, List<String> moves, int kept, int leftOut)
      implements Entry {}

  /**
   * The first byte of a call reached a provider.
   *
   * @param sender the lane it came through: {@code device:}, {@code line:} or {@code sms:}
   * @param parts how many parts the message has
   */
  record Called(
      Moment at,
      String call,
      String node,
      String sender,
      Optional<String> lineId,
      String messageId,
      String sendId,
      int part,
      int parts,
      String address)
      implements Entry {}

  /** The text or file of a call left for the person. */
  record Left(Moment at, String call) implements Entry {}

  /** What had left came back: the address cannot be reached so. */
  record Returned(Moment at, String call) implements Entry {}

  /** The provider gave its answer, heard or not. */
  record Answered(Moment at, String call, Answer answer) implements Entry {}

  /** A device was asked about an address. */
  record LookedUp(Moment at, String sender, String workspaceId, String address) implements Entry {}

  /** From now on nobody of the workspace may write to the address's person. */
  record OptedOut(Moment at, String workspaceId, String address) implements Entry {}

  /** Somebody's order about a message of unknown outcome. */
  record Ordered(Moment at, String messageId, String action) implements Entry {}

  /** The engine threw what it must not. */
  record Broke(Moment at, String node, String what) implements Entry {}

  /** For those who read the trace. */
  record Note(Moment at, String what) implements Entry {}
}
