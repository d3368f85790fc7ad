package io.tuco.camel.event;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may go now: so many attempts at one endpoint at a time, the others wait in memory for the
 * next free place. An endpoint that hangs holds up nobody but itself. Thread-safe; all of it may be
 * lost, because the sweep finds it again.
 */
final class EndpointQueue {

  private static final Duration STRAIN = Duration.ofSeconds(60);

  private final Map<String, EndpointPlaces> endpoints = new HashMap<>();
  private final int inFlight;
  private final Clock clock;

  EndpointQueue(int inFlight, Clock clock) {
    this.inFlight = inFlight;
    this.clock = clock;
  }

  /** Whether the wake may go now. If not, it waits, or is dropped when too many do. */
  synchronized boolean enters(Wake wake) {
    return endpoints
        .computeIfAbsent(wake.endpointId(), id -> new EndpointPlaces(inFlight))
        .enters(wake, clock.instant());
  }

  /** Gives the wake's place back; answers who goes next in it. */
  synchronized Optional<Wake> leave(Wake wake) {
    var places = Optional.ofNullable(endpoints.get(wake.endpointId()));
    var next = places.flatMap(left -> left.leave(wake, clock.instant()));
    places
        .filter(left -> left.isIdle(clock.instant()))
        .ifPresent(idle -> endpoints.remove(wake.endpointId()));
    return next;
  }

  /** Halves the places of an endpoint for a minute: it says that we are too many. */
  synchronized void strain(String endpointId) {
    Optional.ofNullable(endpoints.get(endpointId))
        .ifPresent(places -> places.strainedUntil(clock.instant().plus(STRAIN)));
  }
}
