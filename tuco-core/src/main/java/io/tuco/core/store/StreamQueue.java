package io.tuco.core.store;

import io.tuco.core.event.Outbox;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Events that wait for the stream: a log that others read. */
public interface StreamQueue {

  /**
   * What has events for the stream, the longest waiting first, without what was put off beyond
   * {@code now}. Each with what may go, in the order of {@code seq}.
   */
  List<Outbox> due(Instant now, int limit);

  /** These events are in the stream. */
  void markStreamed(Collection<Outbox> outboxes);

  /** The events of one wait until then, and keep no other waiting. */
  void putOff(String workspaceId, String id, Instant until);
}
