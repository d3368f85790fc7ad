package io.tuco.core.message;

import java.time.Instant;
import java.util.Optional;

/**
 * The instants of a message, UTC, milliseconds.
 *
 * @param history what happened, and when
 */
public record Timeline(
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> scheduledFor,
    Optional<Instant> sentAt,
    Optional<Instant> deliveredAt,
    Optional<Instant> readAt,
    History history) {

  public static Timeline createdAt(Instant now, Optional<Instant> scheduledFor) {
    return new Timeline(
        now,
        now,
        scheduledFor,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        History.none());
  }

  Timeline scheduledFor(Instant date) {
    return new Timeline(
        createdAt, updatedAt, Optional.of(date), sentAt, deliveredAt, readAt, history);
  }

  Timeline touchedAt(Instant now) {
    return new Timeline(createdAt, now, scheduledFor, sentAt, deliveredAt, readAt, history);
  }

  Timeline deliveredAt(Instant at, Instant now) {
    return new Timeline(createdAt, now, scheduledFor, sentAt, Optional.of(at), readAt, history);
  }

  Timeline readAt(Instant at, Instant now) {
    return new Timeline(
        createdAt, now, scheduledFor, sentAt, deliveredAt, Optional.of(at), history);
  }

  Timeline sentAt(Instant now) {
    return new Timeline(
        createdAt, now, scheduledFor, Optional.of(now), deliveredAt, readAt, history);
  }

  Timeline telling(History told) {
    return new Timeline(createdAt, updatedAt, scheduledFor, sentAt, deliveredAt, readAt, told);
  }
}
