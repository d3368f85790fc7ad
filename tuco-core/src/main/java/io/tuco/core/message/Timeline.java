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

  Timeline scheduledFor(Instant date) {
    return new Timeline(createdAt, updatedAt, Optional.of(date), sentAt, deliveredAt, readAt);
  }

  Timeline touchedAt(Instant now) {
    return new Timeline(createdAt, now, scheduledFor, sentAt, deliveredAt, readAt);
  }

  Timeline deliveredAt(Instant at, Instant now) {
    return new Timeline(createdAt, now, scheduledFor, sentAt, Optional.of(at), readAt);
  }

  Timeline sentAt(Instant now) {
    return new Timeline(createdAt, now, scheduledFor, Optional.of(now), deliveredAt, readAt);
  }
}
