package io.tuco.core.store.memory;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.message.Send;
import io.tuco.core.store.MessageCounts;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One lock: a message, its place in a lane and its events change together. */
final class InMemoryMessageStore implements MessageStore {

  private final Table<Message> messages =
      new Table<>(Message::id, message -> message.timeline().createdAt());
  private final WaitingLanes lanes = new WaitingLanes();
  private final Outboxes outboxes = new Outboxes();
  private final Set<String> externalIds = new HashSet<>();

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
  public Page<Message> page(String workspaceId, MessageFilter filter, PageRequest request) {
    return Table.page(
        messages.newestFirst(
            message ->
                message.workspaceId().equals(workspaceId)
                    && MessageFilters.matches(filter, message)),
        request);
  }

  @Override
  public synchronized List<Message> due(String laneId, Instant now, int limit) {
    return lanes.due(laneId, now, limit).stream()
        .flatMap(id -> messages.find(id).stream())
        .toList();
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
    return messages
        .oldestFirst(
            message ->
                message.status().isWaiting()
                    && message.origin().lineId().filter(lineId::equals).isPresent())
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean beginSend(Message sending, String laneId) {
    return storeIf(
        before -> before.status().isWaiting() && lanes.isIn(before.id(), laneId),
        sending,
        Optional.empty(),
        List.of());
  }

  @Override
  public synchronized boolean updateWaiting(Message waiting, String laneId) {
    return storeIf(before -> before.status().isWaiting(), waiting, Optional.of(laneId), List.of());
  }

  @Override
  public synchronized boolean endWaiting(Message ended, List<OutboxEvent> events) {
    return storeIf(before -> before.status().isWaiting(), ended, Optional.empty(), events);
  }

  @Override
  public synchronized boolean record(
      String sendId, Message after, Optional<String> laneId, List<OutboxEvent> events) {
    return storeIf(before -> isInAttempt(before, sendId), after, laneId, events);
  }

  @Override
  public synchronized Set<String> knownExternalIds(Collection<String> asked) {
    return asked.stream().filter(externalIds::contains).collect(Collectors.toUnmodifiableSet());
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
  public MessageCounts counts() {
    var all = messages.oldestFirst(message -> true);
    return new MessageCounts(
        count(all, message -> message.status().isWaiting()),
        count(all, message -> isSending(message) && !message.isUnknown()),
        count(all, Message::isUnknown));
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
    messages.put(message);
    lanes.place(message, laneId.filter(lane -> message.status().isWaiting()));
    outboxes.append(message, events);
    message.progress().externalId().ifPresent(externalIds::add);
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
