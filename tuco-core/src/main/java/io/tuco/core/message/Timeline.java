package io.tuco.core.message;

import java.time.Instant;
import java.util.Optional;

/** The instants of a message, UTC, milliseconds. */
public record Timeline(
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> scheduledFor,
    Optional<Instant> sentAt,
    Optional<Instant> deliveredAt,
    Optional<Instant> readAt) {

  public static Timeline createdAt(Instant now, Optional<Instant> scheduledFor) {
    return new Timeline(
        now, now, scheduledFor, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Timeline touchedAt(Instant now) {
    return new Timeline(createdAt, now, scheduledFor, sentAt, deliveredAt, readAt);
  }

  Timeline sentAt(Instant now) {
    return new Timeline(createdAt, now, scheduledFor, Optional.of(now), deliveredAt, readAt);
  }
}
