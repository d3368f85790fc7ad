package io.tuco.core.store;

import io.tuco.core.event.OutboxEvent;

/**
 * Remembers which events that are about no message have yet to go to the stream. An outbox of it
 * has the id of what they are about in place of a message's.
 */
public interface NoticeStore extends StreamQueue {

  /**
   * The event waits for the stream from now on. Can be repeated; what is in the stream already goes
   * there again.
   *
   * @param subjectId the line or endpoint that it is about, which orders it
   */
  void add(String workspaceId, String subjectId, OutboxEvent event);
}
