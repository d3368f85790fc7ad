package io.tuco.camel.mongo;

import io.tuco.core.event.Outbox;
import io.tuco.core.event.OutboxEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Takes published events out of a message. Usually they are all it has, and outbox and mark go in
 * one command; if another event came meanwhile, only they go and the mark stays.
 */
final class OutboxDrain {

  private static final Document UNMARK =
      new Document(
          "$unset", new Document(OutboxDocument.EVENTS, true).append(OutboxDocument.SINCE, true));

  private final MongoCollectionCalls messages;

  OutboxDrain(MongoCollectionCalls messages) {
    this.messages = messages;
  }

  void mark(Document message, Set<String> eventIds) {
    if (eventIds.isEmpty() || messages.update(exactly(message, eventIds), UNMARK)) {
      return;
    }
    var published = new Document("id", new Document("$in", List.copyOf(eventIds)));
    var left =
        messages.findOneAndUpdate(
            Question.about(message).showing(new Document(OutboxDocument.EVENTS + ".id", 1)),
            new Document("$pull", new Document(OutboxDocument.EVENTS, published)));
    if (left.filter(OutboxDrain::isEmptied).isPresent()) {
      // Asked again in the filter: an event may have come since.
      messages.update(
          new Document(message).append(OutboxDocument.EVENTS, new Document("$size", 0)), UNMARK);
    }
  }

  /** False when one of them has more events than these by now, or fewer. */
  boolean markAll(Collection<Outbox> outboxes) {
    var marks =
        outboxes.stream()
            .map(
                outbox ->
                    exactly(
                        MessageQueries.one(outbox.workspaceId(), outbox.messageId()),
                        outbox.events().stream().map(OutboxEvent::id).collect(Collectors.toSet())))
            .collect(Collectors.toList());
    return messages.updateEach(marks, UNMARK) == marks.size();
  }

  private static Document exactly(Document message, Set<String> eventIds) {
    return new Document(message)
        .append(OutboxDocument.EVENTS, new Document("$size", eventIds.size()))
        .append(OutboxDocument.EVENTS + ".id", new Document("$all", List.copyOf(eventIds)));
  }

  private static boolean isEmptied(Document message) {
    return message.containsKey(OutboxDocument.EVENTS)
        && message.getList(OutboxDocument.EVENTS, Document.class).isEmpty();
  }
}
