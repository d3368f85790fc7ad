package io.tuco.camel.event;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attempts at one endpoint that are under way, and those that wait for one of them to end. */
final class EndpointPlaces {

  private static final int MOST_WAITING = 1_000;

  /** Those who wait with a claim hold their delivery in memory; beyond it a key must do. */
  private static final int MOST_CLAIMED = MOST_WAITING / 4;

  private final int inFlight;
  private final Set<String> underWay = new HashSet<>();
  private final Map<String, Wake> waiting = new LinkedHashMap<>();
  private Instant strainedUntil = Instant.MIN;

  EndpointPlaces(int inFlight) {
    this.inFlight = inFlight;
  }

  boolean enters(Wake wake, Instant now) {
    if (underWay.contains(wake.key())) {
      // A turn by the key alone finds a claimed delivery taken; whoever holds the claim goes next.
      wake.claim().ifPresent(held -> park(wake));
      return false;
    }
    if (!hasPlace(now)) {
      park(wake);
      return false;
    }
    waiting.remove(wake.key());
    return underWay.add(wake.key());
  }

  /** Whether one more would have its turn soon. */
  boolean hasRoom() {
    return waiting.size() < MOST_CLAIMED;
  }

  boolean isFull() {
    return waiting.size() >= MOST_WAITING / 2;
  }

  private void park(Wake wake) {
    if (waiting.containsKey(wake.key()) || waiting.size() < MOST_WAITING) {
      waiting.put(wake.key(), wake);
    }
  }

  Optional<Wake> leave(Wake wake, Instant now) {
    underWay.remove(wake.key());
    var next = waiting.values().stream().findFirst().filter(first -> hasPlace(now));
    next.ifPresent(first -> enters(first, now));
    return next;
  }

  void strainedUntil(Instant end) {
    strainedUntil = end;
  }

  boolean isIdle(Instant now) {
    return underWay.isEmpty() && waiting.isEmpty() && !isStrained(now);
  }

  private boolean hasPlace(Instant now) {
    return underWay.size() < (isStrained(now) ? Math.max(1, inFlight / 2) : inFlight);
  }

  private boolean isStrained(Instant now) {
    return now.isBefore(strainedUntil);
  }
}
