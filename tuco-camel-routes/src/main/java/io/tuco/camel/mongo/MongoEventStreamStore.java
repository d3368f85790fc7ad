package io.tuco.camel.mongo;

import io.tuco.core.event.Outbox;
import io.tuco.core.store.EventStreamStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The {@code stream} of the {@code messages}. Handing over costs what draining would: one command
 * for all, and one or two more for each that has been handed events before. What is due is one
 * read, the mark one write for all.
 */
final class MongoEventStreamStore implements EventStreamStore {

  private static final Document RENAME =
      new Document(
          "$rename",
          new Document(OutboxDocument.EVENTS, OutboxDocument.STREAM)
              .append(OutboxDocument.SINCE, OutboxDocument.STREAM_SINCE));

  private final MongoCollectionCalls messages;
  private final OutboxDrain outboxes;
  private final MongoStreamQueue stream;

  MongoEventStreamStore(MongoCollectionCalls messages) {
    this.messages = messages;
    this.outboxes = OutboxDrain.ofDeliveries(messages);
    this.stream = new MongoStreamQueue(messages);
  }

  @Override
  public void handOver(Collection<Outbox> drained) {
    var first = drained.stream().map(this::asItsFirst).collect(Collectors.toList());
    if (!first.isEmpty() && messages.updateEach(first, RENAME) < first.size()) {
      drained.forEach(this::addTo);
    }
  }

  private Document asItsFirst(Outbox drained) {
    return outboxes.exactly(drained).append(OutboxDocument.STREAM, new Document("$exists", false));
  }

  /** Only while all of them wait for their deliveries: else another has handed them over. */
  private void addTo(Outbox drained) {
    var message = MessageQueries.one(drained.workspaceId(), drained.messageId());
    var ids = List.copyOf(OutboxDrain.ids(drained));
    var waiting =
        new Document(message).append(OutboxDocument.EVENTS + ".id", new Document("$all", ids));
    if (ids.isEmpty() || messages.update(waiting, move(drained, ids))) {
      outboxes.unmarkIfEmpty(message);
    }
  }

  private static Document move(Outbox drained, List<String> ids) {
    return OutboxDocument.streaming(drained.events())
        .append(
            "$pull",
            new Document(OutboxDocument.EVENTS, new Document("id", new Document("$in", ids))));
  }

  @Override
  public List<Outbox> due(Instant now, int limit) {
    return stream.due(now, limit);
  }

  @Override
  public void markStreamed(Collection<Outbox> done) {
    stream.markStreamed(done);
  }

  @Override
  public void putOff(String workspaceId, String messageId, Instant until) {
    stream.putOff(workspaceId, messageId, until);
  }
}
