package io.tuco.core.engine;

import io.tuco.core.dispatch.Hold;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.timing.SendHours;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * What a message that cannot leave today is scheduled for (API contract, section 2.3): where a
 * daily cap holds it, its next window, or else the first 09:00 in the workspace's zone, not before
 * the cap turns. Every other rule leaves it pending.
 */
final class AcceptPlan {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private AcceptPlan() {}

  static Message of(Message message, Optional<Hold> hold, Workspace workspace, Instant now) {
    return hold.filter(Hold::isDailyCap)
        .filter(rule -> message.status() == MessageStatus.PENDING)
        .map(
            rule ->
                message.scheduledFor(
                    next(message, workspace, rule.until().orElse(now)), rule.reason()))
        .orElse(message);
  }

  private static Instant next(Message message, Workspace workspace, Instant turns) {
    return SendHours.of(message.window(), workspace.zone())
        .flatMap(window -> window.nextOpen(turns))
        .orElseGet(() -> nextMorning(workspace, turns));
  }

  /** The first 09:00 at or after the instant, where a clock change leaves one. */
  private static Instant nextMorning(Workspace workspace, Instant turns) {
    var date = turns.atZone(workspace.zone()).toLocalDate();
    var morning = date.atTime(MORNING).atZone(workspace.zone()).toInstant();
    return morning.isBefore(turns)
        ? date.plusDays(1).atTime(MORNING).atZone(workspace.zone()).toInstant()
        : morning;
  }
}
