package io.tuco.core.store;

import io.tuco.core.event.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Remembers which events have yet to go to the stream: a log that others read, in the order of each
 * message's events. They lie in the document of their message, so that an event is seen either
 * where it waits for its deliveries or where it waits for the stream, and never nowhere.
 */
public interface EventStreamStore {

  /**
   * Instead of {@link MessageStore#markDrained(Collection)}: the deliveries of these events are
   * made, and they wait for the stream from now on. Can be repeated.
   */
  void handOver(Collection<Outbox> outboxes);

  /**
   * Messages with events for the stream, the longest waiting first, without those put off beyond
   * {@code now}. Each with what may go: its events in the order of {@code seq}, and none that comes
   * after one whose deliveries are still to be made.
   */
  List<Outbox> due(Instant now, int limit);

  /** These events are in the stream. */
  void markStreamed(Collection<Outbox> outboxes);

  /** The message's events wait until then, and keep no other message waiting. */
  void putOff(String workspaceId, String messageId, Instant until);
}
