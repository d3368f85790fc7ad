package io.tuco.camel.mongo;

import static io.tuco.camel.mongo.AnnotationsDocument.UNHEEDED;
import static io.tuco.camel.mongo.MessageDocument.EXTERNAL_IDS;
import static io.tuco.camel.mongo.MessageDocument.FORGOTTEN;
import static io.tuco.camel.mongo.MessageDocument.OWES;
import static io.tuco.camel.mongo.MessageDocument.SENDS;
import static io.tuco.camel.mongo.MessageDocument.TOUCHES;
import static io.tuco.camel.mongo.MessageDocument.WAITING;
import static io.tuco.camel.mongo.MessageDocument.WORK;

import io.tuco.core.address.Address;
import io.tuco.core.address.AddressKind;
import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import io.tuco.core.message.Annotations;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Asked;
import io.tuco.core.store.LineTally;
import io.tuco.core.store.MessageCounts;
import io.tuco.core.store.MessageFilter;
import io.tuco.core.store.MessageStore;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.WaitingQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
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

  private static final Document NO_EVENTS = OutboxDocument.HIDDEN;
  private static final Document OLDEST_FIRST = MongoIndex.order("timeline.createdAt", "_id");
  private static final Document OLDEST_EVENTS_FIRST = MongoIndex.order(OutboxDocument.SINCE);

  private final MongoCollectionCalls messages;
  private final WaitingQueries waiting;
  private final OutboxDrain drain;
  private final EndedSends ended;
  private final GatheredFinds byTouch;

  MongoMessageStore(MongoCollectionCalls messages) {
    this.messages = messages;
    this.waiting = new WaitingQueries(messages);
    this.drain = OutboxDrain.ofDeliveries(messages);
    this.ended = new EndedSends(messages);
    this.byTouch = messages.byOnly(TOUCHES);
  }

  @Override
  public boolean insert(Message message, Optional<String> laneId, List<OutboxEvent> events) {
    return askInsert(message, laneId, events).answer();
  }

  @Override
  public Asked<Boolean> askInsert(
      Message message, Optional<String> laneId, List<OutboxEvent> events) {
    return messages.askInsertIfAbsent(
        OutboxDocument.into(
            AnnotationsDocument.into(
                HistoryDocument.into(MessageDocument.of(message, laneId), message), message),
            events));
  }

  @Override
  public Optional<Message> find(String workspaceId, String messageId) {
    return messages
        .findOne(Question.about(MessageQueries.one(workspaceId, messageId)).showing(NO_EVENTS))
        .map(MessageDocument::read);
  }

  @Override
  public List<Message> ended(Collection<String> workspaceIds, Collection<String> messageIds) {
    return read(
        messages.findAll(
            Question.about(MessageQueries.ended(workspaceIds, messageIds)).showing(NO_EVENTS)));
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
  public Optional<WaitingQueue> nextQueue(String laneId, String after) {
    return waiting.nextQueue(laneId, after).map(WaitingQueue::new);
  }

  @Override
  public List<Message> heads(WaitingQueue queue, int limit) {
    return read(waiting.heads(queue, limit));
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
  public Set<String> touched(Collection<String> marks) {
    return askTouched(marks).answer();
  }

  @Override
  public Asked<Set<String>> askTouched(Collection<String> marks) {
    return byTouch
        .ask(marks)
        .map(
            found ->
                found.stream()
                    .flatMap(message -> new DocumentReader(message).texts(TOUCHES).stream())
                    .filter(marks::contains)
                    .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public List<Message> waitingOfLead(String workspaceId, String leadId, int limit) {
    return oldestWaiting(
        MessageQueries.waitingIn(workspaceId).append("origin.leadId", leadId), limit);
  }

  @Override
  public void forgetOfLead(String workspaceId, String leadId) {
    messages.updateAll(
        new Document("workspaceId", workspaceId).append("origin.leadId", leadId),
        new Document("$set", new Document(FORGOTTEN, true)));
  }

  @Override
  public void deleteForgotten() {
    messages.remove(MessageQueries.deletable());
  }

  @Override
  public List<Message> waitingFor(String workspaceId, Address address, int limit) {
    var field = address.kind() == AddressKind.PHONE ? "recipient.phone" : "recipient.email";
    return oldestWaiting(
        MessageQueries.waitingIn(workspaceId).append(field, address.value()), limit);
  }

  private List<Message> oldestWaiting(Document filter, int limit) {
    return read(
        messages.findAll(
            Question.about(filter).sortedBy(OLDEST_FIRST).showing(NO_EVENTS).upTo(limit)));
  }

  @Override
  public List<Message> waitingSince(Instant before, int limit) {
    return read(waiting.since(before, limit));
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
  public boolean becomeKnown(String lineId, Collection<String> leadIds) {
    var contacts = leadIds.stream().map(lead -> MessageDocument.contact(lineId, lead)).toList();
    var met = waiting.firstTouches(contacts);
    met.forEach(this::becomeKnown);
    return !met.isEmpty();
  }

  /** Loses against whoever begins or changes it meanwhile. */
  private void becomeKnown(Document found) {
    var queue = new WaitingQueue(new DocumentReader(found).part(WAITING).text("queue"));
    messages.update(
        new Document("workspaceId", found.getString("workspaceId"))
            .append("_id", found.getString("_id"))
            .append("waiting.queue", queue.key()),
        new Document(
                "$set",
                new Document("waiting.queue", queue.known().key())
                    .append("progress.contact.firstTouch", false))
            .append("$unset", new Document("waiting.contact", true)));
  }

  @Override
  public boolean amend(MessageStatus before, Message after, List<OutboxEvent> events) {
    return change(
        MessageQueries.one(after.workspaceId(), after.id()).append("status", before.wire()),
        after,
        Optional.empty(),
        events);
  }

  @Override
  public boolean announce(String workspaceId, String messageId, List<OutboxEvent> events) {
    return messages.update(
        MessageQueries.one(workspaceId, messageId), OutboxDocument.append(new Document(), events));
  }

  @Override
  public boolean open(MessageStatus before, Message after, List<OutboxEvent> events) {
    return change(MessageQueries.unread(after, before), after, Optional.empty(), events);
  }

  @Override
  public boolean annotate(String workspaceId, String messageId, Annotations next) {
    return messages.update(
        AnnotationsDocument.before(MessageQueries.one(workspaceId, messageId), next),
        AnnotationsDocument.update(next));
  }

  @Override
  public List<Message> unheeded(Instant before, int limit) {
    var earlier = new Document(UNHEEDED, new Document("$lt", Date.from(before)));
    return read(
        messages.findAll(
            Question.about(earlier)
                .sortedBy(MongoIndex.order(UNHEEDED))
                .showing(NO_EVENTS)
                .upTo(limit)));
  }

  @Override
  public Optional<Message> findBySend(String sendId) {
    return messages
        .findOne(Question.about(new Document(SENDS, sendId)).showing(NO_EVENTS))
        .map(MessageDocument::read);
  }

  @Override
  public Optional<Message> findByExternalId(String externalId) {
    return messages
        .findOne(Question.about(new Document(EXTERNAL_IDS, externalId)).showing(NO_EVENTS))
        .map(MessageDocument::read);
  }

  @Override
  public List<Message> owingFollowUp(int limit) {
    return read(
        messages.findAll(Question.about(new Document(OWES, true)).showing(NO_EVENTS).upTo(limit)));
  }

  @Override
  public void followUpMade(String workspaceId, String messageId) {
    messages.update(
        MessageQueries.one(workspaceId, messageId).append(OWES, true),
        new Document("$set", new Document("progress.followUp.made", true))
            .append("$unset", new Document(OWES, true)));
  }

  @Override
  public Set<String> knownExternalIds(Collection<String> asked) {
    return messages
        .findAll(
            Question.about(new Document(EXTERNAL_IDS, new Document("$in", List.copyOf(asked))))
                .showing(new Document("_id", 0).append(EXTERNAL_IDS, 1)))
        .stream()
        .flatMap(found -> new DocumentReader(found).texts(EXTERNAL_IDS).stream())
        .filter(asked::contains)
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

  /** One command for all; where one has had another event meanwhile, one more for each. */
  @Override
  public void markDrained(Collection<Outbox> outboxes) {
    if (!drain.markAll(outboxes)) {
      MessageStore.super.markDrained(outboxes);
    }
  }

  @Override
  public Map<String, LineTally> tallies(
      String workspaceId, Collection<String> lineIds, Instant since) {
    return ended.tallies(workspaceId, lineIds, since);
  }

  @Override
  public MessageCounts counts() {
    return new MessageCounts(waiting.count(), count(Work.SENDING), count(Work.UNKNOWN));
  }

  private long count(Work work) {
    return messages.count(new Document(WORK, work.wire()));
  }

  private boolean change(
      Document filter, Message after, Optional<String> laneId, List<OutboxEvent> events) {
    var update = Replacement.by(MessageDocument.of(after, laneId), MessageDocument.OPTIONAL);
    return messages.update(
        filter, OutboxDocument.append(HistoryDocument.append(update, after), events));
  }

  private static List<Message> read(List<Document> found) {
    return found.stream().map(MessageDocument::read).collect(Collectors.toList());
  }
}
