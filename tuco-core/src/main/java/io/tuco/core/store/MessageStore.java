package io.tuco.core.store;

import io.tuco.core.address.Address;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Annotations;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers messages and, in the same document, the events of their changes (the outbox). A write
 * that returns is durable. Whatever it changes, it only adds to a message's history: what another
 * noted meanwhile stays ({@code Timeline.history}).
 */
public interface MessageStore {

  /**
   * Accepts a message, with the lane it waits in when it waits, and its first events.
   *
   * @param laneId ignored for a message that does not wait
   * @return false when a message of this id exists; nothing is changed then
   */
  boolean insert(Message message, Optional<String> laneId, List<OutboxEvent> events);

  /** The same; whether it is stored is fetched later, and must be. */
  default Asked<Boolean> askInsert(
      Message message, Optional<String> laneId, List<OutboxEvent> events) {
    var stored = insert(message, laneId, events);
    return () -> stored;
  }

  Optional<Message> find(String workspaceId, String messageId);

  /**
   * Those of these messages of these workspaces that neither wait nor are being sent, in no order.
   */
  List<Message> ended(Collection<String> workspaceIds, Collection<String> messageIds);

  /** Newest first by {@code createdAt}, then greatest id first. */
  Page<Message> page(String workspaceId, MessageFilter filter, PageRequest request);

  /** The least queue of the lane greater than {@code after} in which a message waits. */
  Optional<WaitingQueue> nextQueue(String laneId, String after);

  /** The head of a queue, due or not: what is due first, then least id first. */
  List<Message> heads(WaitingQueue queue, int limit);

  /** When the next message of the lane falls due; empty when none waits. */
  Optional<Instant> nextDue(String laneId);

  /** The least lane id greater than {@code after} in which a message waits. */
  Optional<String> nextWaitingLane(String after);

  /** What waits for the line, in any lane, oldest first; the first {@code limit} of it. */
  List<Message> waitingFor(String lineId, int limit);

  /**
   * Begins an attempt: stores {@code sending} if the message still waits in the lane, which it
   * leaves. Of rivals exactly one succeeds; none that had read the message before an attempt of
   * another ({@link io.tuco.core.message.Progress#follows}).
   */
  boolean beginSend(Message sending, String laneId);

  /** Which of these marks some message bears (see {@code Contact}). */
  Set<String> touched(Collection<String> marks);

  /** The same, to be fetched later; not from before it was asked. */
  default Asked<Set<String>> askTouched(Collection<String> marks) {
    var found = touched(marks);
    return () -> found;
  }

  /** What waits for the lead in any lane, oldest first; the first {@code limit} of it. */
  List<Message> waitingOfLead(String workspaceId, String leadId, int limit);

  /** The lead's messages are to be forgotten, whatever they are at. */
  void forgetOfLead(String workspaceId, String leadId);

  /**
   * Deletes what is to be forgotten, in any workspace, once no lane holds it and all its events are
   * published.
   */
  void deleteForgotten();

  /** What waits to be sent to the address, by whatever lead, oldest first. */
  List<Message> waitingFor(String workspaceId, Address address, int limit);

  /** What has waited since before this instant, oldest first, in any workspace. */
  List<Message> waitingSince(Instant before, int limit);

  /**
   * Changes a message that still waits, its lane or due time included; not by what was read before
   * another attempt.
   */
  boolean updateWaiting(Message waiting, String laneId);

  /** Ends a message that still waits, with its events; not by what was read before an attempt. */
  boolean endWaiting(Message ended, List<OutboxEvent> events);

  /**
   * Stores what became of the attempt {@code sendId}, with its events, in one write. A message that
   * is not in that attempt any more is left alone.
   *
   * @param laneId the lane it waits in again; ignored when it does not wait
   */
  boolean record(String sendId, Message after, Optional<String> laneId, List<OutboxEvent> events);

  /**
   * What waits for the line as a first touch of one of these leads is none any more: it moves to
   * the queue of follow-ups.
   *
   * @return whether anything did
   */
  boolean becomeKnown(String lineId, Collection<String> leadIds);

  /**
   * Stores late news of a message that is in no attempt: its status must still be {@code before}.
   */
  boolean amend(MessageStatus before, Message after, List<OutboxEvent> events);

  /** Adds events to what a message tells; false when there is no such message. */
  boolean announce(String workspaceId, String messageId, List<OutboxEvent> events);

  /**
   * Stores that the message was read, and that it had arrived where that is news; only if its
   * status is still {@code before} and nobody has stored so yet.
   */
  boolean open(MessageStatus before, Message after, List<OutboxEvent> events);

  /**
   * Puts {@code next} beside the message, whatever else becomes of it.
   *
   * @param next one revision after what was read
   * @return false, and nothing changed, when another has changed it meanwhile
   */
  boolean annotate(String workspaceId, String messageId, Annotations next);

  /**
   * What people wrote and has not been heeded yet ({@code Arrival.heeded}), in any workspace, that
   * came in before this instant; the first {@code limit} of it.
   */
  List<Message> unheeded(Instant before, int limit);

  /** The message of which this send, or an earlier one, has this id; in any workspace. */
  Optional<Message> findBySend(String sendId);

  /** The message that a provider knows under this id; in any workspace. */
  Optional<Message> findByExternalId(String externalId);

  /** Messages whose follow-up is not stored yet. */
  List<Message> owingFollowUp(int limit);

  /** The follow-up of the message is stored. */
  void followUpMade(String workspaceId, String messageId);

  /** Which of these provider ids belong to a stored message, in any workspace. */
  Set<String> knownExternalIds(Collection<String> externalIds);

  /** Messages with events that nobody has published yet, oldest first, each with all of them. */
  List<Outbox> undrained(int limit);

  /** Marks these events of a message as published. */
  void markDrained(String workspaceId, String messageId, Collection<String> eventIds);

  /** The same of several messages at once. */
  default void markDrained(Collection<Outbox> outboxes) {
    outboxes.forEach(
        outbox ->
            markDrained(
                outbox.workspaceId(),
                outbox.messageId(),
                outbox.events().stream().map(OutboxEvent::id).toList()));
  }

  /**
   * What became of the sends of these lines that ended at this instant or later ({@link
   * Message#sendEndedAt}), by line; one without any is left out.
   */
  Map<String, LineTally> tallies(String workspaceId, Collection<String> lineIds, Instant since);

  /** How many messages are waiting, sending and of unknown outcome, over all workspaces. */
  MessageCounts counts();
}
