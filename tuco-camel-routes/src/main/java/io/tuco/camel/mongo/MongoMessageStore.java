package io.tuco.camel.mongo;

import static io.tuco.camel.mongo.MessageDocument.WORK;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Message;
import io.tuco.core.store.MessageCounts;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * {@code messages}: a message, its place in a lane and its unpublished events in one document.
 *
 * <p>One command each, hot or not: accept 1, lane head 1 for up to {@code limit} messages, begin 1,
 * record 1 with the events, undrained 1, mark drained 1 (2 or 3 when events came meanwhile). A page
 * costs 2, the counts 3. What a lane asks costs its waiting head, whatever the archive: the sparse
 * indexes hold unfinished messages only.
 */
final class MongoMessageStore implements MessageStore {

  private static final Document NO_EVENTS = new Document(OutboxDocument.EVENTS, 0);
  private static final Document OLDEST_EVENTS_FIRST = MongoIndex.order(OutboxDocument.SINCE);

  private final MongoCollectionCalls messages;
  private final WaitingQueries waiting;
  private final OutboxDrain drain;

  MongoMessageStore(MongoCollectionCalls messages) {
    this.messages = messages;
    this.waiting = new WaitingQueries(messages);
    this.drain = new OutboxDrain(messages);
  }

  @Override
  public boolean insert(Message message, Optional<String> laneId, List<OutboxEvent> events) {
    return messages.insertIfAbsent(
        OutboxDocument.into(MessageDocument.of(message, laneId), events));
  }

  @Override
  public Optional<Message> find(String workspaceId, String messageId) {
    return messages
        .findOne(Question.about(MessageQueries.one(workspaceId, messageId)).showing(NO_EVENTS))
        .map(MessageDocument::read);
  }

  @Override
  public Page<Message> page(String workspaceId, MessageFilter filter, PageRequest request) {
    var question =
        Question.about(MessageQueries.matching(workspaceId, filter))
            .sortedBy(MessageQueries.NEWEST_FIRST)
            .showing(NO_EVENTS);
    return messages.page(question, request, MessageDocument::read);
  }

  @Override
  public List<Message> due(String laneId, Instant now, int limit) {
    return read(waiting.due(laneId, now, limit));
  }

  @Override
  public Optional<Instant> nextDue(String laneId) {
    return waiting.nextDue(laneId);
  }

  @Override
  public Optional<String> nextWaitingLane(String after) {
    return waiting.nextLane(after);
  }

  @Override
  public List<Message> waitingFor(String lineId, int limit) {
    return read(waiting.ofLine(lineId, limit));
  }

  @Override
  public boolean beginSend(Message sending, String laneId) {
    return change(MessageQueries.waitingIn(sending, laneId), sending, Optional.empty(), List.of());
  }

  @Override
  public boolean updateWaiting(Message changed, String laneId) {
    return change(MessageQueries.waiting(changed), changed, Optional.of(laneId), List.of());
  }

  @Override
  public boolean endWaiting(Message ended, List<OutboxEvent> events) {
    return change(MessageQueries.waiting(ended), ended, Optional.empty(), events);
  }

  @Override
  public boolean record(
      String sendId, Message after, Optional<String> laneId, List<OutboxEvent> events) {
    return change(MessageQueries.inAttempt(after, sendId), after, laneId, events);
  }

  @Override
  public Set<String> knownExternalIds(Collection<String> externalIds) {
    var asked = new Document("$in", List.copyOf(externalIds));
    return messages
        .findAll(
            Question.about(new Document("progress.externalId", asked))
                .showing(new Document("progress.externalId", 1)))
        .stream()
        .map(found -> new DocumentReader(found).part("progress").text("externalId"))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Outbox> undrained(int limit) {
    var any = new Document(OutboxDocument.SINCE, new Document("$gte", new Date(0)));
    return messages
        .findAll(
            Question.about(any)
                .sortedBy(OLDEST_EVENTS_FIRST)
                .showing(OutboxDocument.FIELDS)
                .upTo(limit))
        .stream()
        .map(OutboxDocument::read)
        .collect(Collectors.toList());
  }

  @Override
  public void markDrained(String workspaceId, String messageId, Collection<String> eventIds) {
    drain.mark(MessageQueries.one(workspaceId, messageId), Set.copyOf(eventIds));
  }

  @Override
  public MessageCounts counts() {
    return new MessageCounts(count(Work.WAITING), count(Work.SENDING), count(Work.UNKNOWN));
  }

  private long count(Work work) {
    return messages.count(new Document(WORK, work.wire()));
  }

  private boolean change(
      Document filter, Message after, Optional<String> laneId, List<OutboxEvent> events) {
    var update = Replacement.by(MessageDocument.of(after, laneId), MessageDocument.OPTIONAL);
    return messages.update(filter, OutboxDocument.append(update, events));
  }

  private static List<Message> read(List<Document> found) {
    return found.stream().map(MessageDocument::read).collect(Collectors.toList());
  }
}
