package io.tuco.core.store;

import java.time.Instant;
import java.util.Optional;

/** Remembers how far each device's messages were read, and those that belong to nobody. */
public interface InboxStore {

  /** By the device's own clock, everything up to here was heard; empty before the first look. */
  Optional<Instant> heardUpTo(String deviceId);

  /** Never goes back. */
  void hearUpTo(String deviceId, Instant instant);

  /** False, and nothing changed, when it is kept already. */
  boolean keep(StrayMessage stray);

  /** Of every device, newest first, then greatest id first. */
  Page<StrayMessage> strays(PageRequest request);
}
