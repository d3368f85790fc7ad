package io.tuco.core.timing;

import io.tuco.core.message.WindowSettings;
import java.time.ZoneId;
import java.util.Optional;

/** The window that a message's settings describe, in its zone or else the workspace's. */
public final class SendHours {

  private SendHours() {}

  /** Empty when nothing restricts the hour. */
  public static Optional<SendWindow> of(WindowSettings settings, ZoneId workspaceZone) {
    if (settings.isOpenAlways()) {
      return Optional.empty();
    }
    var zone = settings.zone().orElse(workspaceZone);
    return Optional.of(
        settings
            .start()
            .map(
                start ->
                    SendWindow.between(zone, start, settings.end().orElseThrow(), settings.days()))
            .orElseGet(() -> SendWindow.wholeDays(zone, settings.days())));
  }
}
