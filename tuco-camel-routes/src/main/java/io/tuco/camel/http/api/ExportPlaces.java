package io.tuco.camel.http.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How many exports there are at once. A client that hangs up is not noticed by everything between
 * it and us, so a place that nobody reads from is given to the next who asks. Thread-safe.
 */
final class ExportPlaces {

  static final int MOST = 8;
  static final int MOST_OF_WORKSPACE = 2;
  static final Duration IDLE = Duration.ofSeconds(60);

  private final Clock clock;
  private final Set<Place> taken = new LinkedHashSet<>();

  ExportPlaces(Clock clock) {
    this.clock = clock;
  }

  /** Empty while all are taken. */
  synchronized Optional<Place> take(String workspaceId) {
    var idleSince = clock.instant().minus(IDLE);
    taken.removeIf(place -> place.readAt.isBefore(idleSince));
    var own = taken.stream().filter(place -> place.workspaceId.equals(workspaceId)).count();
    if (taken.size() >= MOST || own >= MOST_OF_WORKSPACE) {
      return Optional.empty();
    }
    var place = new Place(workspaceId);
    taken.add(place);
    return Optional.of(place);
  }

  /** The place of one export. */
  final class Place {

    private final String workspaceId;
    private Instant readAt = clock.instant();
    private boolean ended;

    private Place(String workspaceId) {
      this.workspaceId = workspaceId;
    }

    /** Notes that it is read from; false once somebody else has it. */
    boolean isKept() {
      synchronized (ExportPlaces.this) {
        readAt = clock.instant();
        return ended || taken.contains(this);
      }
    }

    /** It is done with. */
    void free() {
      synchronized (ExportPlaces.this) {
        ended = true;
        taken.remove(this);
      }
    }
  }
}
