package io.tuco.camel.standalone.simulator;

import java.time.Instant;
import java.util.Optional;

/** When a message arrived and when it was read, as far as known. */
record Receipt(Optional<Instant> delivered, Optional<Instant> read) {

  static final Receipt NONE = new Receipt(Optional.empty(), Optional.empty());

  Receipt deliveredAt(Instant at) {
    return new Receipt(Optional.of(at), read);
  }

  /** Who has read a message has received it. */
  Receipt readAt(Instant at) {
    return new Receipt(delivered.or(() -> Optional.of(at)), Optional.of(at));
  }
}
