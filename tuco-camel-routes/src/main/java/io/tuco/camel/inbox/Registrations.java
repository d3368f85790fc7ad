package io.tuco.camel.inbox;

import io.tuco.core.line.Device;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which devices were told lately where to report. Kept while the process lives. Thread-safe. */
final class Registrations {

  /** Somebody may clear a device's list of callbacks by hand. */
  static final Duration EVERY = Duration.ofMinutes(10);

  private record Done(Instant changed, Instant at) {}

  private final Map<String, Done> done = new ConcurrentHashMap<>();

  /** Never told, changed since, or told long ago. */
  boolean isDue(Device device, Instant now) {
    var last = done.get(device.id());
    return last == null
        || !last.changed().equals(device.updatedAt())
        || !now.isBefore(last.at().plus(EVERY));
  }

  void note(Device device, Instant now) {
    done.put(device.id(), new Done(device.updatedAt(), now));
  }
}
