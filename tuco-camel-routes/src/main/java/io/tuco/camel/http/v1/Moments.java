package io.tuco.camel.http.v1;

import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.Optional;

/** When a message became what it is, by its history. */
final class Moments {

  private Moments() {}

  /** When it last became of that status; empty where its history does not tell. */
  static Optional<Instant> of(Message message, MessageStatus status) {
    return message.timeline().history().entries().stream()
        .filter(entry -> entry.to() == status && !entry.from().equals(Optional.of(status)))
        .map(entry -> entry.at())
        .reduce((one, later) -> later);
  }
}
