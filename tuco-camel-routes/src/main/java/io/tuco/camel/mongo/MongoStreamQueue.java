package io.tuco.camel.mongo;

import io.tuco.core.event.Outbox;
import io.tuco.core.store.StreamQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;

/** The {@code stream} of documents of one collection. What is due is one read, a mark one write. */
final class MongoStreamQueue implements StreamQueue {

  private static final Document OLDEST_FIRST = MongoIndex.order(OutboxDocument.STREAM_SINCE);

  private final MongoCollectionCalls documents;
  private final OutboxDrain stream;

  MongoStreamQueue(MongoCollectionCalls documents) {
    this.documents = documents;
    this.stream = OutboxDrain.ofStream(documents);
  }

  @Override
  public List<Outbox> due(Instant now, int limit) {
    var due = new Document(OutboxDocument.STREAM_SINCE, new Document("$lte", Date.from(now)));
    return documents
        .findAll(
            Question.about(due)
                .sortedBy(OLDEST_FIRST)
                .showing(OutboxDocument.STREAM_FIELDS)
                .upTo(limit))
        .stream()
        .map(OutboxDocument::readStreamed)
        .filter(outbox -> !outbox.events().isEmpty())
        .collect(Collectors.toList());
  }

  @Override
  public void markStreamed(Collection<Outbox> done) {
    if (!done.isEmpty() && !stream.markAll(done)) {
      done.forEach(
          outbox ->
              stream.mark(
                  MessageQueries.one(outbox.workspaceId(), outbox.messageId()),
                  OutboxDrain.ids(outbox)));
    }
  }

  @Override
  public void putOff(String workspaceId, String id, Instant until) {
    documents.update(
        MessageQueries.one(workspaceId, id)
            .append(OutboxDocument.STREAM_SINCE, new Document("$exists", true)),
        new Document("$set", new Document(OutboxDocument.STREAM_SINCE, Date.from(until))));
  }
}
