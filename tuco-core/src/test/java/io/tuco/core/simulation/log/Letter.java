package io.tuco.core.simulation.log;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What the API says of a message when it appears.
 *
 * @param channel {@code imessage}, {@code sms} or {@code email}
 * @param text as written, empty where there is none
 * @param fallbackOf the message that it follows because that one did not arrive
 * @param fallbackOnFailed whether a text may follow it when it fails
 */
public record Letter(
    String messageId,
    String workspaceId,
    String channel,
    String text,
    Optional<String> lineId,
    Optional<String> person,
    Hours hours,
    Optional<Instant> scheduledFor,
    Instant createdAt,
    int attachments,
    Optional<String> fallbackOf,
    boolean fallbackOnFailed) {

  /**
   * When it may leave.
   *
   * @param start absent where only days are restricted
   */
  public record Hours(
      ZoneId zone, Optional<LocalTime> start, Optional<LocalTime> end, Set<DayOfWeek> days) {

    public static Hours always() {
      return new Hours(ZoneId.of("UTC"), Optional.empty(), Optional.empty(), Set.of());
    }
  }
}
