package io.tuco.camel.event;

import io.tuco.core.event.EndpointTally;
import io.tuco.core.store.WebhookStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is still to be noted on endpoints. A failure is noted with the next write, because it may
 * end the endpoint; of an endpoint that answers well, one note a second is enough, and a crash
 * loses no more than that. Thread-safe.
 */
final class EndpointNotes {

  private static final Duration REST = Duration.ofSeconds(1);

  private record Key(String workspaceId, String endpointId) {
    static Key of(EndpointTally tally) {
      return new Key(tally.workspaceId(), tally.endpointId());
    }
  }

  private record Note(Optional<EndpointTally> waiting, Instant writtenAt) {
    boolean isDue(Instant now) {
      return waiting.isPresent()
          && (waiting.get().hasFailures() || !now.isBefore(writtenAt.plus(REST)));
    }

    boolean isIdle(Instant now) {
      return waiting.isEmpty() && !now.isBefore(writtenAt.plus(REST));
    }
  }

  private final Map<Key, Note> notes = new HashMap<>();
  private final WebhookStore webhooks;

  EndpointNotes(WebhookStore webhooks) {
    this.webhooks = webhooks;
  }

  synchronized void add(EndpointTally tally) {
    notes.merge(Key.of(tally), waiting(tally, Instant.MIN), EndpointNotes::both);
  }

  private static Note waiting(EndpointTally tally, Instant writtenAt) {
    return new Note(Optional.of(tally), writtenAt);
  }

  private static Note both(Note earlier, Note later) {
    return new Note(
        earlier
            .waiting()
            .flatMap(first -> later.waiting().map(first::and))
            .or(later::waiting)
            .or(earlier::waiting),
        earlier.writtenAt());
  }

  /** Writes what is due; what cannot be written is written by the next call. */
  void write(Instant now) {
    var due = due(now);
    try {
      webhooks.note(due);
    } catch (RuntimeException e) {
      putBack(due);
      throw e;
    }
  }

  private synchronized List<EndpointTally> due(Instant now) {
    notes.values().removeIf(note -> note.isIdle(now));
    var due = new ArrayList<EndpointTally>();
    notes.replaceAll((key, note) -> note.isDue(now) ? written(note, due, now) : note);
    return due;
  }

  private static Note written(Note note, List<EndpointTally> due, Instant now) {
    due.add(note.waiting().orElseThrow());
    return new Note(Optional.empty(), now);
  }

  private synchronized void putBack(List<EndpointTally> unwritten) {
    for (var tally : unwritten) {
      notes.merge(
          Key.of(tally), waiting(tally, Instant.MIN), (later, earlier) -> both(earlier, later));
    }
  }
}
