package io.tuco.camel.mongo;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Takes published events out of one of a message's arrays. Usually they are all it has, and outbox
 * and mark go in one command; if another event came meanwhile, only they go and the mark stays.
 */
final class OutboxDrain {

  private final MongoCollectionCalls messages;
  private final String events;
  private final Document unmark;

  private OutboxDrain(MongoCollectionCalls messages, String events, String since) {
    this.messages = messages;
    this.events = events;
    this.unmark = new Document("$unset", new Document(events, true).append(since, true));
  }

  static OutboxDrain ofDeliveries(MongoCollectionCalls messages) {
    return new OutboxDrain(messages, OutboxDocument.EVENTS, OutboxDocument.SINCE);
  }

  static OutboxDrain ofStream(MongoCollectionCalls messages) {
    return new OutboxDrain(messages, OutboxDocument.STREAM, OutboxDocument.STREAM_SINCE);
  }

  void mark(Document message, Set<String> eventIds) {
    if (eventIds.isEmpty()) {
      // What a crash before the last of these commands leaves.
      unmarkIfEmpty(message);
      return;
    }
    if (messages.update(exactly(message, eventIds), unmark)) {
      return;
    }
    var published = new Document("id", new Document("$in", List.copyOf(eventIds)));
    var left =
        messages.findOneAndUpdate(
            Question.about(message).showing(new Document(events + ".id", 1)),
            new Document("$pull", new Document(events, published)));
    if (left.filter(this::isEmptied).isPresent()) {
      unmarkIfEmpty(message);
    }
  }

  /** Asked in the filter: an event may have come since. */
  void unmarkIfEmpty(Document message) {
    messages.update(new Document(message).append(events, new Document("$size", 0)), unmark);
  }

  /** False when one of them has more events than these by now, or fewer. */
  boolean markAll(Collection<Outbox> outboxes) {
    var marks = outboxes.stream().map(this::exactly).collect(Collectors.toList());
    return messages.updateEach(marks, unmark) == marks.size();
  }

  /** The message of these events, while they are all it has. */
  Document exactly(Outbox outbox) {
    return exactly(MessageQueries.one(outbox.workspaceId(), outbox.messageId()), ids(outbox));
  }

  static Set<String> ids(Outbox outbox) {
    return outbox.events().stream().map(OutboxEvent::id).collect(Collectors.toUnmodifiableSet());
  }

  private Document exactly(Document message, Set<String> eventIds) {
    return new Document(message)
        .append(events, new Document("$size", eventIds.size()))
        .append(events + ".id", new Document("$all", List.copyOf(eventIds)));
  }

  private boolean isEmptied(Document message) {
    return message.containsKey(events) && message.getList(events, Document.class).isEmpty();
  }
}
