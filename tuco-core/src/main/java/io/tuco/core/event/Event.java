package io.tuco.core.event;

import java.time.Instant;
import java.util.Map;

/** Something that the world is told about, before it is rendered (webhook contract, section 2). */
public sealed interface Event permits MessageEvent, Notice, ChatEvent {

  /** {@code evt_…}, the same on every delivery. */
  String id();

  EventName name();

  /** From 1, one more per event of the message or line. */
  long seq();

  Instant at();

  /** The event's own facts; an empty {@code Optional} in it is told as null. */
  Map<String, Object> data();
}
