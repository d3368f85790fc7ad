package io.tuco.core.store;

import io.tuco.core.event.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Remembers which messages' events have yet to go to the stream, in the order of each message's
 * events. They lie in the document of their message, so that an event is seen either where it waits
 * for its deliveries or where it waits for the stream, and never nowhere.
 */
public interface EventStreamStore extends StreamQueue {

  /**
   * Instead of {@link MessageStore#markDrained(Collection)}: the deliveries of these events are
   * made, and they wait for the stream from now on. Can be repeated.
   */
  void handOver(Collection<Outbox> outboxes);

  /** No event is among them that comes after one whose deliveries are still to be made. */
  @Override
  List<Outbox> due(Instant now, int limit);
}
