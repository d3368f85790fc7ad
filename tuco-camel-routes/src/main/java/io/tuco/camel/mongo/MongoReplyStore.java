package io.tuco.camel.mongo;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.Touches;
import io.tuco.core.message.Message;
import io.tuco.core.message.MessageStatus;
import io.tuco.core.store.Page;
import io.tuco.core.store.PageRequest;
import io.tuco.core.store.Reply;
import io.tuco.core.store.ReplyFilter;
import io.tuco.core.store.ReplyStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What people wrote, among the {@code messages}. A page costs three commands and two for each row
 * of it, each a seek for ten documents; a row alone costs those two. The page itself reads the keys
 * of the replies that the filter lets through, which are few beside what is sent.
 */
final class MongoReplyStore implements ReplyStore {

  private static final Document NO_EVENTS = OutboxDocument.HIDDEN;
  private static final Document BY_PERSON = new Document("_id", "$reply.person");
  private static final Document LATEST_OF_PERSON = MongoIndex.order("-reply.at", "-reply.id");
  private static final Document LEFT =
      new Document(
          "$in",
          Stream.of(MessageStatus.SENT, MessageStatus.DELIVERED).map(MessageStatus::wire).toList());

  private final MongoCollectionCalls messages;

  MongoReplyStore(MongoCollectionCalls messages) {
    this.messages = messages;
  }

  @Override
  public Page<Reply> page(String workspaceId, ReplyFilter filter, PageRequest request) {
    var match = new Document("$match", MessageQueries.matching(workspaceId, filter));
    var newest = newestOfEach(match, request);
    var found = findAll(workspaceId, newest);
    return new Page<>(
        newest.stream()
            .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
            .map(reply -> rowOf(reply, filter.lineIds()))
            .toList(),
        request,
        persons(match));
  }

  @Override
  public Reply rowOf(Message reply, Set<String> lineIds) {
    return new Reply(reply, recent(reply, lineIds), parents(reply, lineIds));
  }

  @Override
  public Optional<Message> lastSent(Collection<String> lineIds, Address to) {
    var marks =
        lineIds.stream()
            .flatMap(line -> Touches.marksOfAnybody(line, to.value()).stream())
            .toList();
    var filter = new Document(MessageDocument.TOUCHES, in(marks)).append("status", LEFT);
    return last(filter, MongoIndex.order("-timeline.sentAt"));
  }

  @Override
  public Optional<Message> lastHeard(Collection<String> lineIds, Address from) {
    var marks = lineIds.stream().map(line -> Touches.mark(line, from.value())).toList();
    return last(new Document("reply.heard", in(marks)), MongoIndex.order("-reply.at"));
  }

  private static Document in(List<String> marks) {
    return new Document("$in", marks);
  }

  private Optional<Message> last(Document filter, Document order) {
    return messages
        .findAll(Question.about(filter).sortedBy(order).showing(NO_EVENTS).upTo(1))
        .stream()
        .map(MessageDocument::read)
        .findFirst();
  }

  private List<String> newestOfEach(Document match, PageRequest request) {
    var newest =
        new Document(BY_PERSON)
            .append("newest", new Document("$first", "$_id"))
            .append("at", new Document("$first", "$timeline.createdAt"));
    var stages =
        List.of(
            match,
            new Document("$sort", MessageQueries.NEWEST_FIRST),
            new Document("$group", newest),
            new Document("$sort", MongoIndex.order("-at", "-newest")),
            new Document("$skip", request.offset()),
            new Document("$limit", request.limit()));
    return messages.aggregate(stages).stream().map(group -> group.getString("newest")).toList();
  }

  private long persons(Document match) {
    var stages =
        List.of(match, new Document("$group", BY_PERSON), new Document("$count", "persons"));
    return messages.aggregate(stages).stream()
        .mapToLong(counted -> new DocumentReader(counted).bigNumber("persons"))
        .sum();
  }

  private Map<String, Message> findAll(String workspaceId, List<String> ids) {
    var filter = new Document("workspaceId", workspaceId).append("_id", new Document("$in", ids));
    return ids.isEmpty()
        ? Map.of()
        : messages.findAll(Question.about(filter).showing(NO_EVENTS)).stream()
            .map(MessageDocument::read)
            .collect(Collectors.toMap(Message::id, Function.identity()));
  }

  private List<Message> recent(Message reply, Set<String> lineIds) {
    var filter =
        over(lineIds, new Document("workspaceId", reply.workspaceId()))
            .append("reply.person", reply.person().orElse(""))
            .append("reply.at", upTo(reply.timeline().createdAt()));
    return latest(filter, LATEST_OF_PERSON);
  }

  /** To the lead; where none is known, what the reply's line has written to the address. */
  private List<Message> parents(Message reply, Set<String> lineIds) {
    var sent = over(lineIds, new Document("workspaceId", reply.workspaceId()));
    return toWhom(reply)
        .map(
            whom -> {
              sent.putAll(whom);
              sent.append("status", LEFT)
                  .append("timeline.createdAt", upTo(reply.timeline().createdAt()));
              return latest(sent, MessageQueries.NEWEST_FIRST);
            })
        .orElseGet(List::of);
  }

  private static Optional<Document> toWhom(Message reply) {
    var origin = reply.origin();
    return origin
        .leadId()
        .map(lead -> new Document("origin.leadId", lead))
        .or(
            () ->
                origin
                    .lineId()
                    .flatMap(line -> reply.person().map(who -> Touches.marksOfAnybody(line, who)))
                    .map(marks -> new Document(MessageDocument.TOUCHES, in(marks))));
  }

  private List<Message> latest(Document filter, Document order) {
    var question = Question.about(filter).sortedBy(order).showing(NO_EVENTS).upTo(Reply.MOST);
    return messages.findAll(question).stream().map(MessageDocument::read).toList();
  }

  private static Document over(Set<String> lineIds, Document filter) {
    return lineIds.isEmpty()
        ? filter
        : filter.append("origin.lineId", new Document("$in", List.copyOf(lineIds)));
  }

  private static Document upTo(Instant at) {
    return new Document("$lte", Date.from(at));
  }
}
