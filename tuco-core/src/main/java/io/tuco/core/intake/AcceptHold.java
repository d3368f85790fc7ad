package io.tuco.core.intake;

import io.tuco.core.intake.SubmissionResult.Hold;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Reasons;
import io.tuco.core.timing.SendHours;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** Why an accepted message will not leave at once (API contract, section 2.3). */
public final class AcceptHold {

  private AcceptHold() {}

  public static Optional<Hold> of(
      Message message,
      Workspace workspace,
      boolean lineHealthy,
      Optional<Instant> laneFreeAt,
      Instant now) {
    if (message.status() == MessageStatus.SCHEDULED) {
      return Optional.empty();
    }
    return outsideWindow(message, workspace, now)
        .or(() -> unhealthy(lineHealthy))
        .or(() -> deviceGap(laneFreeAt, now));
  }

  private static Optional<Hold> outsideWindow(Message message, Workspace workspace, Instant now) {
    return SendHours.of(message.window(), workspace.zone())
        .filter(window -> !window.isOpen(now))
        .map(window -> new Hold(Reasons.OUTSIDE_WINDOW, window.nextOpen(now)));
  }

  private static Optional<Hold> unhealthy(boolean lineHealthy) {
    return lineHealthy
        ? Optional.empty()
        : Optional.of(new Hold(Reasons.NO_HEALTHY_LINE, Optional.empty()));
  }

  private static Optional<Hold> deviceGap(Optional<Instant> laneFreeAt, Instant now) {
    return laneFreeAt
        .filter(now::isBefore)
        .map(free -> new Hold(Reasons.DEVICE_GAP, Optional.of(free)));
  }
}
