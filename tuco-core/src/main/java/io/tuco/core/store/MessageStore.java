package io.tuco.core.store;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers messages and, in the same document, the events of their changes (the outbox). A write
 * that returns is durable.
 */
public interface MessageStore {

  /**
   * Accepts a message, with the lane it waits in when it waits, and its first events.
   *
   * @param laneId ignored for a message that does not wait
   * @return false when a message of this id exists; nothing is changed then
   */
  boolean insert(Message message, Optional<String> laneId, List<OutboxEvent> events);

  Optional<Message> find(String workspaceId, String messageId);

  /** Newest first by {@code createdAt}, then greatest id first. */
  Page<Message> page(String workspaceId, MessageFilter filter, PageRequest request);

  /** The waiting messages of a lane that are due, longest due first, then least id first. */
  List<Message> due(String laneId, Instant now, int limit);

  /** When the next message of the lane falls due; empty when none waits. */
  Optional<Instant> nextDue(String laneId);

  /** The least lane id greater than {@code after} in which a message waits. */
  Optional<String> nextWaitingLane(String after);

  /** What waits for the line, in any lane, oldest first; the first {@code limit} of it. */
  List<Message> waitingFor(String lineId, int limit);

  /**
   * Begins an attempt: stores {@code sending} if the message still waits in the lane, which it
   * leaves. Of rivals exactly one succeeds.
   */
  boolean beginSend(Message sending, String laneId);

  /** Changes a message that still waits, its lane or due time included. */
  boolean updateWaiting(Message waiting, String laneId);

  /** Ends a message that still waits, with its events. */
  boolean endWaiting(Message ended, List<OutboxEvent> events);

  /**
   * Stores what became of the attempt {@code sendId}, with its events, in one write. A message that
   * is not in that attempt any more is left alone.
   *
   * @param laneId the lane it waits in again; ignored when it does not wait
   */
  boolean record(String sendId, Message after, Optional<String> laneId, List<OutboxEvent> events);

  /** Which of these provider ids belong to a stored message, in any workspace. */
  Set<String> knownExternalIds(Collection<String> externalIds);

  /** Messages with events that nobody has published yet, oldest first, each with all of them. */
  List<Outbox> undrained(int limit);

  /** Marks these events of a message as published. */
  void markDrained(String workspaceId, String messageId, Collection<String> eventIds);

  /** How many messages are waiting, sending and of unknown outcome, over all workspaces. */
  MessageCounts counts();
}
