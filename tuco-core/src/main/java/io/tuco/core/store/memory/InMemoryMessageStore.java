package io.tuco.core.store.memory;

import io.tuco.core.address.Address;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Annotations;
import io.tuco.core.message.FollowUp;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Send;
import io.tuco.core.store.LineTally;
import io.tuco.core.store.MessageCounts;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.WaitingQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One lock: a message, its place in a lane and its events change together. */
final class InMemoryMessageStore implements MessageStore {

  private final Table<Message> messages;
  private final WaitingLanes lanes = new WaitingLanes();
  private final Outboxes outboxes = new Outboxes();
  private final MessageMarks marks = new MessageMarks();
  private final Set<String> forgotten = new HashSet<>();

  InMemoryMessageStore(Table<Message> messages) {
    this.messages = messages;
  }

  @Override
  public synchronized boolean insert(
      Message message, Optional<String> laneId, List<OutboxEvent> events) {
    var isNew = messages.find(message.id()).isEmpty();
    if (isNew) {
      store(message, laneId, events);
    }
    return isNew;
  }

  @Override
  public Optional<Message> find(String workspaceId, String messageId) {
    return messages.find(messageId).filter(found -> found.workspaceId().equals(workspaceId));
  }

  @Override
  public List<Message> ended(Collection<String> workspaceIds, Collection<String> messageIds) {
    return messageIds.stream()
        .flatMap(id -> messages.find(id).stream())
        .filter(found -> workspaceIds.contains(found.workspaceId()))
        .filter(found -> !found.status().isOfALane())
        .toList();
  }

  @Override
  public Page<Message> page(String workspaceId, MessageFilter filter, PageRequest request) {
    return Table.page(
        messages.newestFirst(
            message ->
                message.workspaceId().equals(workspaceId)
                    && MessageFilters.matches(filter, message)),
        request);
  }

  @Override
  public synchronized Optional<WaitingQueue> nextQueue(String laneId, String after) {
    return lanes.nextQueue(laneId, after).map(WaitingQueue::new);
  }

  @Override
  public synchronized List<Message> heads(WaitingQueue queue, int limit) {
    return all(lanes.heads(queue.key(), limit));
  }

  @Override
  public synchronized Optional<Instant> nextDue(String laneId) {
    return lanes.nextDue(laneId);
  }

  @Override
  public synchronized Optional<String> nextWaitingLane(String after) {
    return lanes.next(after);
  }

  @Override
  public List<Message> waitingFor(String lineId, int limit) {
    return waiting(message -> message.origin().lineId().filter(lineId::equals).isPresent(), limit);
  }

  @Override
  public synchronized Set<String> touched(Collection<String> asked) {
    return marks.touched(asked);
  }

  @Override
  public List<Message> waitingOfLead(String workspaceId, String leadId, int limit) {
    return waiting(
        message ->
            message.workspaceId().equals(workspaceId)
                && message.origin().leadId().filter(leadId::equals).isPresent(),
        limit);
  }

  @Override
  public synchronized void forgetOfLead(String workspaceId, String leadId) {
    messages
        .oldestFirst(
            message ->
                message.workspaceId().equals(workspaceId)
                    && message.origin().leadId().filter(leadId::equals).isPresent())
        .forEach(message -> forgotten.add(message.id()));
  }

  @Override
  public synchronized void deleteForgotten() {
    all(List.copyOf(forgotten)).stream()
        .filter(message -> !message.status().isOfALane() && !outboxes.isWaiting(message.id()))
        .forEach(this::delete);
  }

  @Override
  public List<Message> waitingFor(String workspaceId, Address address, int limit) {
    return waiting(
        message ->
            message.workspaceId().equals(workspaceId)
                && Stream.concat(
                        message.recipient().phone().stream(), message.recipient().email().stream())
                    .anyMatch(address::equals),
        limit);
  }

  @Override
  public synchronized List<Message> waitingSince(Instant before, int limit) {
    return all(lanes.since(before, limit));
  }

  @Override
  public synchronized boolean beginSend(Message sending, String laneId) {
    return storeIf(
        before ->
            before.status().isWaiting()
                && sending.progress().follows(before.progress())
                && lanes.isIn(before.id(), laneId),
        sending,
        Optional.empty(),
        List.of());
  }

  @Override
  public synchronized boolean updateWaiting(Message waiting, String laneId) {
    return storeIf(before -> waitsFor(before, waiting), waiting, Optional.of(laneId), List.of());
  }

  @Override
  public synchronized boolean endWaiting(Message ended, List<OutboxEvent> events) {
    return storeIf(before -> waitsFor(before, ended), ended, Optional.empty(), events);
  }

  @Override
  public synchronized boolean record(
      String sendId, Message after, Optional<String> laneId, List<OutboxEvent> events) {
    return storeIf(before -> isInAttempt(before, sendId), after, laneId, events);
  }

  @Override
  public synchronized boolean becomeKnown(String lineId, Collection<String> leadIds) {
    var met =
        leadIds.stream().flatMap(lead -> all(lanes.firstTouches(lineId, lead)).stream()).toList();
    met.forEach(
        message ->
            store(
                message.withProgress(
                    message.progress().presumingFirstTouch(false), message.timeline().updatedAt()),
                lanes.laneOf(message.id()),
                List.of()));
    return !met.isEmpty();
  }

  @Override
  public synchronized boolean amend(MessageStatus before, Message after, List<OutboxEvent> events) {
    return storeIf(found -> found.status() == before, after, Optional.empty(), events);
  }

  @Override
  public synchronized boolean announce(
      String workspaceId, String messageId, List<OutboxEvent> events) {
    var found = find(workspaceId, messageId);
    found.ifPresent(message -> outboxes.append(message, events));
    return found.isPresent();
  }

  @Override
  public synchronized boolean open(MessageStatus before, Message after, List<OutboxEvent> events) {
    return storeIf(
        found -> found.status() == before && found.timeline().readAt().isEmpty(),
        after,
        Optional.empty(),
        events);
  }

  @Override
  public synchronized boolean annotate(String workspaceId, String messageId, Annotations next) {
    return find(workspaceId, messageId)
        .filter(found -> found.annotations().revision() == next.revision() - 1)
        .map(
            found -> {
              messages.put(found.annotated(next));
              return found;
            })
        .isPresent();
  }

  @Override
  public List<Message> unheeded(Instant before, int limit) {
    return messages
        .oldestFirst(
            message ->
                message.status() == MessageStatus.RECEIVED
                    && !message.annotations().arrival().heeded()
                    && message.timeline().updatedAt().isBefore(before))
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Message> findBySend(String sendId) {
    return marks.ofSend(sendId).flatMap(messages::find);
  }

  @Override
  public synchronized Optional<Message> findByExternalId(String externalId) {
    return marks.ofExternalId(externalId).flatMap(messages::find);
  }

  @Override
  public synchronized List<Message> owingFollowUp(int limit) {
    return all(marks.owing()).stream().limit(limit).toList();
  }

  @Override
  public synchronized void followUpMade(String workspaceId, String messageId) {
    find(workspaceId, messageId)
        .ifPresent(
            message ->
                message
                    .progress()
                    .followUp()
                    .ifPresent(
                        text ->
                            store(
                                message.followedBy(new FollowUp(text.messageId(), true)),
                                lanes.laneOf(messageId),
                                List.of())));
  }

  @Override
  public synchronized Set<String> knownExternalIds(Collection<String> asked) {
    return asked.stream()
        .filter(id -> marks.ofExternalId(id).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public synchronized List<Outbox> undrained(int limit) {
    return outboxes.oldest(limit);
  }

  @Override
  public synchronized void markDrained(
      String workspaceId, String messageId, Collection<String> eventIds) {
    find(workspaceId, messageId).ifPresent(message -> outboxes.drain(message, eventIds));
  }

  @Override
  public Map<String, LineTally> tallies(
      String workspaceId, Collection<String> lineIds, Instant since) {
    return LineTallies.of(
        messages.oldestFirst(
            message ->
                message.workspaceId().equals(workspaceId)
                    && message.origin().lineId().filter(lineIds::contains).isPresent()
                    && message.sendEndedAt().filter(at -> !at.isBefore(since)).isPresent()));
  }

  @Override
  public MessageCounts counts() {
    var all = messages.oldestFirst(message -> true);
    return new MessageCounts(
        count(all, message -> message.status().isWaiting()),
        count(all, message -> isSending(message) && !message.isUnknown()),
        count(all, Message::isUnknown));
  }

  private List<Message> waiting(Predicate<Message> wanted, int limit) {
    return messages
        .oldestFirst(message -> message.status().isWaiting() && wanted.test(message))
        .stream()
        .limit(limit)
        .toList();
  }

  private List<Message> all(Collection<String> ids) {
    return ids.stream().flatMap(id -> messages.find(id).stream()).toList();
  }

  private boolean storeIf(
      Predicate<Message> allowed,
      Message after,
      Optional<String> laneId,
      List<OutboxEvent> events) {
    var isAllowed = find(after.workspaceId(), after.id()).filter(allowed).isPresent();
    if (isAllowed) {
      store(after, laneId, events);
    }
    return isAllowed;
  }

  private void store(Message message, Optional<String> laneId, List<OutboxEvent> events) {
    messages.put(messages.find(message.id()).map(message::remembering).orElse(message));
    lanes.place(message, laneId.filter(lane -> message.status().isWaiting()));
    outboxes.append(message, events);
    marks.note(message);
  }

  private void delete(Message message) {
    messages.delete(message.id());
    marks.forget(message);
    forgotten.remove(message.id());
  }

  private static boolean waitsFor(Message before, Message after) {
    return before.status().isWaiting() && after.progress().continues(before.progress());
  }

  private static boolean isInAttempt(Message message, String sendId) {
    return isSending(message)
        && message.progress().send().map(Send::id).filter(sendId::equals).isPresent();
  }

  private static boolean isSending(Message message) {
    return message.status() == MessageStatus.SENDING;
  }

  private static long count(List<Message> messages, Predicate<Message> wanted) {
    return messages.stream().filter(wanted).count();
  }
}
