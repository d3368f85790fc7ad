package io.tuco.camel.event;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Whether one more delivery would have its turn soon. */
  synchronized boolean hasRoom(String endpointId) {
    return Optional.ofNullable(endpoints.get(endpointId)).map(EndpointPlaces::hasRoom).orElse(true);
  }

  /** The endpoints of which so much waits that a sweep need not look for more. */
  synchronized Set<String> full() {
    return endpoints.entrySet().stream()
        .filter(entry -> entry.getValue().isFull())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
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
